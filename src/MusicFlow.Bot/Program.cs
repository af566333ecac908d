using MusicFlow.Bot;

return await CommandLine.RunAsync(args);
