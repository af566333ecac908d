using MusicFlow.Benchmarks;

// Verbs are called by the scripts in bench/; they read and write files and say nothing.
if (args.Length == 0 || !Verbs.All.TryGetValue(args[0], out var verb)) return 2;
return verb(args[1..]);
