using System.Text.Json;

namespace MusicFlow.Web.Tests.Api;

/// <summary>Writes the shape of a JSON document: every field in its order with its type, so that a contract stands in one line.</summary>
internal static class JsonShape
{
    /// <summary>Such as <c>{song:string,artist:[string],count:int,share:number,link:null}</c>.</summary>
    public static string Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', element.EnumerateObject().Select(property => $"{property.Name}:{Of(property.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(',', element.EnumerateArray().Select(Of).Distinct())}]",
        JsonValueKind.String => "string",
        JsonValueKind.Number => element.GetRawText().Contains('.', StringComparison.Ordinal) ? "number" : "int",
        JsonValueKind.True or JsonValueKind.False => "bool",
        _ => "null",
    };
}
