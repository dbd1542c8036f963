-- Appended to every script: what happened, as one line of JSON. A walk of several requests counts itself when it has come to its end.
local threads = {}

function setup(thread)
  threads[#threads + 1] = thread
end

function done(summary, latency, requests)
  local walks = 0
  for _, thread in ipairs(threads) do walks = walks + (tonumber(thread:get("walks")) or 0) end
  io.write(string.format('\n{"requests":%d,"microseconds":%d,"failed":%d,"walks":%d,"p50":%d,"p95":%d,"p99":%d}\n', summary.requests, summary.duration,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout, walks,
    latency:percentile(50), latency:percentile(95), latency:percentile(99)))
end
