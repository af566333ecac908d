using MusicFlow.Core.Enrichment;

namespace MusicFlow.Bot.Platforms;

/// <summary>Whether each live provider answers, and what models may see of it. A provider without a key that is away is worth a remark, a refused key a fault.</summary>
internal sealed class ProvidersCheck(ProviderList providers, FactPolicy policy) : IDoctorCheck
{
    public string Part => "Providers";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken ct)
    {
        if (providers.IsOffline) return [new(IsGood: true, "nobody is asked; set Providers:Offline to false.") { Sign = Finding.Off }];
        var checks = await Task.WhenAll(providers.All.Select(provider => provider.CheckAsync(ct)));
        return [.. checks.Select(Of)];
    }

    private Finding Of(ProviderCheck check) => new(check.State != ProviderState.Refused, $"{check.Name}: {check.Sentence} {Use(check.Name)}")
    {
        Sign = check.State switch
        {
            ProviderState.On => Finding.Good,
            ProviderState.Off => Finding.Off,
            ProviderState.Away => Finding.Remark,
            _ => Finding.Bad,
        },
    };

    private string Use(string name) => policy.UseOf(name) switch
    {
        ModelUse.Never => "Models see nothing of it.",
        ModelUse.Serve => "Its facts may serve predictions.",
        _ => "Its facts may serve predictions and be learnt from.",
    };
}
