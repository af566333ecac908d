-- Asks for a prediction of the starter songs in turn; every answer must be 200.
local paths = {}

function init(args)
   for line in io.lines("bench/.work/load-paths.txt") do paths[#paths + 1] = line end
end

local at = 0

function request()
   at = at % #paths + 1
   return wrk.format("GET", paths[at])
end

function done(summary, latency, requests)
   io.write(string.format("requests/s %.0f  p50 %.2f ms  p90 %.2f ms  p99 %.2f ms  max %.1f ms  errors %d\n",
      summary.requests / (summary.duration / 1e6),
      latency:percentile(50) / 1000, latency:percentile(90) / 1000, latency:percentile(99) / 1000, latency.max / 1000,
      summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
