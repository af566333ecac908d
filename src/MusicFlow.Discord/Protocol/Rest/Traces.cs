using System.Diagnostics;

namespace MusicFlow.Discord.Protocol.Rest;

/// <summary>Traces of calls, named by template. Those of the HTTP stack are off, for their addresses hold tokens.</summary>
static class Traces
{
    /// <summary>Name of the source, the one that the program exports.</summary>
    public const string Name = "MusicFlow";

    /// <summary>Where activities start.</summary>
    public static readonly ActivitySource Source = new(Name);
}
