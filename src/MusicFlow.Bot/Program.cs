using MusicFlow.Bot;

await using var services = Composition.Build();
return await CommandLine.RunAsync(args, services);
