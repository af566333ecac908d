using MusicFlow.Core.Enrichment;

namespace MusicFlow.Catalogs.Http;

/// <summary>Tries a provider out and puts what happens into one sentence.</summary>
internal static class ProviderTrial
{
    /// <param name="name">The provider.</param>
    /// <param name="works">What it does when it answers.</param>
    /// <param name="call">Any call.</param>
    public static async Task<ProviderCheck> OfAsync(string name, string works, Func<Task> call)
    {
        try
        {
            await call();
            return new ProviderCheck(name, ProviderState.On, $"It {works}.");
        }
        catch (ProviderException ex)
        {
            var state = ex.Fault is ProviderFault.Refused or ProviderFault.WrongRequest ? ProviderState.Refused : ProviderState.Away;
            return new ProviderCheck(name, state, state == ProviderState.Away ? $"{ex.Message} Songs are found without it meanwhile." : ex.Message);
        }
    }
}
