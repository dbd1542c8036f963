-- Someone opens their own case with the code: the post of the code, then the page. One connection for each thread.
local codes, index, cookie = {}, 0, nil
walks = 0

function init(arguments)
  for line in io.lines(arguments[1]) do codes[#codes + 1] = line end
  index = math.random(#codes)
end

function request()
  if cookie then return wrk.format("GET", "/folj/arende", { ["Accept"] = "text/html", ["Cookie"] = cookie }) end
  index = index % #codes + 1
  return wrk.format("POST", "/folj", { ["Content-Type"] = "application/x-www-form-urlencoded" }, "Code=" .. codes[index])
end

function response(status, headers, body)
  local was = cookie
  cookie = nil
  if was then
    if status == 200 then walks = walks + 1 end
    return
  end
  for name, value in pairs(headers) do
    if name:lower() == "set-cookie" then cookie = value:match("^([^;]*)") end
  end
end
