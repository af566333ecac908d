using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace MusicFlow.Web.Traffic;

/// <summary>Whose request it is, as far as an address tells: an IPv4 address, or the /64 network of an IPv6 address, which one household has to itself.</summary>
internal static class ClientNetwork
{
    /// <summary>The network in text, for counting requests; never written down.</summary>
    public static string Of(IPAddress? address) => address switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}

/// <summary>Names clients in the activity log without telling who they are: a hash under a salt that changes every day and is never stored. Thread-safe.</summary>
internal sealed class ClientAlias(TimeProvider clock)
{
    const int SaltBytes = 32;
    const int AliasBytes = 8;

    readonly Lock gate = new();
    (DateOnly Day, byte[] Salt) current;

    /// <summary>The client's name of today, 16 hexadecimal digits; tomorrow nobody can compute it again.</summary>
    public string Of(IPAddress? address) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Salt(), System.Text.Encoding.ASCII.GetBytes(ClientNetwork.Of(address))).AsSpan(0, AliasBytes));

    byte[] Salt()
    {
        lock (gate)
        {
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            if (current.Salt is null || current.Day != today) current = (today, RandomNumberGenerator.GetBytes(SaltBytes));
            return current.Salt;
        }
    }
}
