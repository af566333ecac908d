using System.Text.Json.Nodes;

namespace MusicFlow.Testing.Discord;

/// <summary>A request that came in.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path below <c>/api/v10</c>.</param>
/// <param name="Authorization">The header; <see langword="null"/> where none came.</param>
/// <param name="Body">Its JSON; <see langword="null"/> for none.</param>
/// <param name="Status">What it was answered with.</param>
public sealed record RecordedRequest(string Method, string Path, string? Authorization, JsonNode? Body, int Status);
