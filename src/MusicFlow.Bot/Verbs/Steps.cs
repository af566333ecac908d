using Microsoft.Extensions.DependencyInjection;
using MusicFlow.Core.Training;
using Spectre.Console;

namespace MusicFlow.Bot.Verbs;

/// <summary>Shows a long work's progress on stderr: a bar in a terminal, nothing in a pipe.</summary>
internal static class Steps
{
    /// <summary>Runs the work on the calling thread's behalf and draws its progress.</summary>
    public static Task<T> RunAsync<T>(IServiceProvider services, string title, Func<IProgress<TrainingProgress>, T> work) =>
        services.GetRequiredService<Terminal>().Error.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(title));
                var result = await Task.Factory.StartNew(
                    () => work(new Bar(task, title)), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
                task.Value = task.MaxValue;
                return result;
            });

    private sealed class Bar(ProgressTask task, string title) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            (task.MaxValue, task.Value) = (value.Total, value.Done);
            task.Description = Markup.Escape($"{title}: {value.Stage}");
        }
    }
}
