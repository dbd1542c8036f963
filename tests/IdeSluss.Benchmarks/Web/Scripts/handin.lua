-- Someone without an account hands in an idea as the browser does: the form, the draft, the page to read through, the sending. Then the next one does.
-- One connection for each thread: the answer to a step is what the next one needs.
local steps = { "form", "write", "read", "send" }
local step, cookies, token, version = 1, {}, "", ""
walks = 0

local function cookie_header()
  local parts = {}
  for name, value in pairs(cookies) do parts[#parts + 1] = name .. "=" .. value end
  return table.concat(parts, "; ")
end

local function encoded(text)
  return (text:gsub("[^%w%-_%.]", function(c) return string.format("%%%02X", c:byte()) end))
end

function request()
  local headers = { ["Accept"] = "text/html", ["Content-Type"] = "application/x-www-form-urlencoded" }
  if next(cookies) then headers["Cookie"] = cookie_header() end
  if steps[step] == "form" then return wrk.format("GET", "/lamna-ide", headers) end
  if steps[step] == "write" then
    return wrk.format("POST", "/lamna-ide", headers, "__RequestVerificationToken=" .. encoded(token)
      .. "&Input.AnswerWay=Code&Input.Text=" .. encoded("Fler bänkar längs vägen, så att den som har svårt att gå kan vila. Mätningens idé."))
  end
  if steps[step] == "read" then return wrk.format("GET", "/lamna-ide/granska", headers) end
  return wrk.format("POST", "/lamna-ide/granska", headers, "__RequestVerificationToken=" .. encoded(token) .. "&version=" .. encoded(version))
end

function response(status, headers, body)
  local wanted = (steps[step] == "form" or steps[step] == "read") and 200 or 302
  for name, value in pairs(headers) do
    if name:lower() == "set-cookie" then
      local key, content = value:match("^([^=]+)=([^;]*)")
      if key then cookies[key] = content end
    end
  end
  if status ~= wanted then
    -- A walk that did not come to its end is not counted; the next one begins.
    step, cookies = 1, {}
    return
  end
  if body then
    token = body:match('name="__RequestVerificationToken"[^>]-value="([^"]+)"') or token
    version = body:match('name="version"[^>]-value="([^"]+)"') or version
  end
  step = step % #steps + 1
  if step == 1 then
    walks = walks + 1
    cookies = {}
  end
end
