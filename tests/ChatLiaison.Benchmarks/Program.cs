using ChatLiaison.Benchmarks;

return await DigestBenchmark.RunAsync(args);
