using System.Security.Cryptography;

namespace MusicFlow.Chat;

/// <summary>Makes the reference that an apology and its log line share.</summary>
static class ErrorReference
{
    /// <summary>Digits and letters that nobody mistakes for one another.</summary>
    const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    const int Length = 6;

    /// <summary>Six letters such as <c>7K2M9Q</c>.</summary>
    public static string New() => RandomNumberGenerator.GetString(Letters, Length);
}
