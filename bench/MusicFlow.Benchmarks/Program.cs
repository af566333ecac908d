using MusicFlow.Benchmarks;

// What the verbs do, and the scripts that call them: bench/README.md.
if (args.Length == 0 || !Verbs.All.TryGetValue(args[0], out var verb)) return 2;
return verb(args[1..]);
