-- One request after another from a file with a line for each: method, path, type of content and body, with tabs between.
-- With a second argument the answers may be compressed in that way.
local requests, index, prepared = {}, 0, {}

function init(arguments)
  for line in io.lines(arguments[1]) do
    local method, path, kind, body = line:match("^([^\t]*)\t([^\t]*)\t([^\t]*)\t(.*)$")
    requests[#requests + 1] = { method = method, path = path, kind = kind, body = body }
  end
  math.randomseed(7)
  index = math.random(#requests)
  for i, one in ipairs(requests) do
    local headers = { ["Accept"] = "text/html" }
    if arguments[2] then headers["Accept-Encoding"] = arguments[2] end
    if one.kind ~= "" then headers["Content-Type"] = one.kind end
    prepared[i] = wrk.format(one.method, one.path, headers, one.body ~= "" and one.body or nil)
  end
end

function request()
  index = index % #prepared + 1
  return prepared[index]
end
