using System.Data.Common;
using System.Globalization;
using MusicFlow.Core.Predictions;
using MusicFlow.Core.Tracks;
using MusicFlow.Learning.Xgboost;
using MusicFlow.Storage;

namespace MusicFlow.Bot.Platforms;

/// <summary>Whether the database can be opened, and what is in it.</summary>
internal sealed class CatalogueCheck(OpenedCatalogue opened, ITrackCatalog catalogue) : IDoctorCheck
{
    public string Part => "Catalogue";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken ct)
    {
        try
        {
            await opened.OpenAsync(ct);
            var stats = await catalogue.GetStatsAsync(ct);
            return [new(IsGood: true, string.Create(CultureInfo.InvariantCulture, $"{stats.Tracks:N0} songs; \"musicflow catalog download\" fetches more."))];
        }
        catch (DbException ex)
        {
            return [new(IsGood: false, StorageFault.Explain(ex))];
        }
        catch (Exception ex) when (ex is NewerDatabaseException or IOException or UnauthorizedAccessException)
        {
            return [new(IsGood: false, ex.Message)];
        }
    }
}

/// <summary>Whether the model in use can be read.</summary>
internal sealed class ModelCheck(ModelRegistry models) : IDoctorCheck
{
    public string Part => "Model";

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<Finding>>([Look()]);

    private Finding Look()
    {
        try
        {
            var model = models.Load().Metadata;
            return model.Kind == ModelKind.AnyListener
                ? new(IsGood: true, $"{model.Id} answers.")
                : new(IsGood: false, $"{model.Id} knows one listener and cannot answer chats; choose another with \"musicflow models use {ModelRegistry.DefaultName}\".");
        }
        catch (Exception ex) when (ex is ModelFormatException or IOException or UnauthorizedAccessException)
        {
            return new(IsGood: false, ex.Message);
        }
    }
}
