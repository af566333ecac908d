using System.Globalization;
using System.Numerics;
using System.Text;
using MusicFlow.Discord.Ed25519;
using MusicFlow.Testing.Discord;

namespace MusicFlow.Discord.Tests.Ed25519;

public sealed class Ed25519PublicKeyTests
{
    const string Neutral = "0100000000000000000000000000000000000000000000000000000000000000";

    static readonly BigInteger Order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", CultureInfo.InvariantCulture);

    /// <summary>RFC 8032, 7.1, tests 1, 2, 3 and SHA(abc).</summary>
    public static TheoryData<string, string, string> Vectors => new()
    {
        { "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "", "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b" },
        { "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72", "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00" },
        { "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82", "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a" },
        { "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf", "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f", "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704" },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Vectors_of_the_RFC_verify_natively_and_managed(string key, string message, string signature)
    {
        var verdicts = Both(key).Select(verifier => verifier.Verify(Convert.FromHexString(message), Convert.FromHexString(signature)));

        Assert.All(verdicts, Assert.True);
    }

    [Theory]
    [InlineData("1731000000", """{"type":1}""", true)]
    [InlineData("1731000001", """{"type":1}""", false)]
    [InlineData("1731000000", """{"type":2}""", false)]
    public void A_signature_as_Discord_makes_it_holds_for_exactly_its_timestamp_and_body(string timestamp, string body, bool isGood)
    {
        const string key = "ea4a6c63e29c520abef5507b132ec5f9954776aebebe7b92421eea691446d22c";
        const string signature = "c6d1832d634c15782d981c6bfb160eabf3ac068b5731e4300d4095a6797abaf4fdd5bcddf02350c1e18b79ea335baffb9fef43bbfd2c20ff23935d53cffa5c01";

        var verdicts = Both(key).Select(verifier => verifier.Verify(Encoding.UTF8.GetBytes(timestamp + body), Convert.FromHexString(signature)));

        Assert.All(verdicts, verdict => Assert.Equal(isGood, verdict));
    }

    [Fact]
    public void Random_signatures_verify_and_any_flipped_bit_breaks_them()
    {
        var random = new Random(8032);
        for (var round = 0; round < 100; round++)
        {
            var signer = new Ed25519Signer(Random(random, 32));
            var message = Random(random, random.Next(200));
            var signature = signer.Sign(message);
            var mutated = signature.ToArray();
            mutated[random.Next(64)] ^= (byte)(1 << random.Next(8));

            Assert.All(Both(signer.PublicKeyHex), verifier => Assert.True(verifier.Verify(message, signature)));
            Assert.All(Both(signer.PublicKeyHex), verifier => Assert.False(verifier.Verify(message, mutated)));
            Assert.All(Both(signer.PublicKeyHex), verifier => Assert.False(verifier.Verify([.. message, 0], signature)));
        }
    }

    [Fact]
    public void S_that_is_not_below_the_order_is_refused_though_the_equation_holds()
    {
        var signer = new Ed25519Signer(new byte[32]);
        var signature = signer.Sign("song"u8);
        var larger = new BigInteger(signature.AsSpan(32), isUnsigned: true) + Order;

        larger.TryWriteBytes(signature.AsSpan(32), out _, isUnsigned: true);

        Assert.All(Both(signer.PublicKeyHex), verifier => Assert.False(verifier.Verify("song"u8, signature)));
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000080")]
    [InlineData(Neutral)]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000080")]
    [InlineData("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05")]
    [InlineData("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a")]
    [InlineData("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa")]
    public void Keys_of_small_order_are_refused_for_they_sign_everything(string key) => Assert.Empty(Both(key));

    [Theory]
    [InlineData("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")]
    [InlineData("0200000000000000000000000000000000000000000000000000000000000000")]
    public void Keys_that_are_no_canonical_point_are_refused(string key) => Assert.Empty(Both(key));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("d75a")]
    [InlineData("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f70751zz")]
    [InlineData("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a00")]
    public void Texts_that_are_no_key_are_refused(string? key) => Assert.Empty(Both(key));

    [Fact]
    public void A_point_R_of_small_order_is_refused()
    {
        var signer = new Ed25519Signer(new byte[32]);
        var signature = signer.Sign("song"u8);

        Convert.FromHexString(Neutral).CopyTo(signature, 0);

        Assert.All(Both(signer.PublicKeyHex), verifier => Assert.False(verifier.Verify("song"u8, signature)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(65)]
    public void A_signature_has_64_bytes(int length)
    {
        var signer = new Ed25519Signer(new byte[32]);

        Assert.All(Both(signer.PublicKeyHex), verifier => Assert.False(verifier.Verify("song"u8, new byte[length])));
    }

    /// <summary>The key checked by the system's library, where that loads, and by managed code; none where the key is refused.</summary>
    static IEnumerable<Ed25519PublicKey> Both(string? hex)
    {
        foreach (var mayBeNative in new[] { true, false })
            if (Ed25519PublicKey.TryParse(hex, mayBeNative, out var key))
                yield return key;
    }

    static byte[] Random(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
