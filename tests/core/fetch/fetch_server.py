#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Paretoscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A web server on 127.0.0.1 that can behave well and in many ways badly.

fetch_server.py FOLDER LOG: serves FOLDER/NAME as /BEHAVIOUR/NAME, prints its port, writes a line of JSON to LOG for
each answer, ends when its standard input is closed. A line "rate N" there limits the answers to N bytes a second, 0
lifts that.
"""
import hashlib
import http.server
import json
import os
import sys
import threading
import time

FOLDER, LOG = sys.argv[1], sys.argv[2]
RATE = 0
LOCK = threading.Lock()
RANGES = {"ok", "novalidator", "weak", "datedonly", "ignoreifrange", "wrongstart", "unsatisfiable", "early", "hang",
          "restlong"}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def note(self, status):
        with LOCK, open(LOG, "a") as log:
            log.write(json.dumps({"path": self.path, "range": self.headers.get("Range", ""),
                                  "ifRange": self.headers.get("If-Range", ""), "status": status}) + "\n")

    def head(self, status, headers):
        self.note(status)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, str(value))
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True

    def send(self, data):
        at = 0
        while at < len(data):
            rate = RATE
            step = max(1, rate // 50) if rate else len(data) - at
            self.wfile.write(data[at:at + step])
            self.wfile.flush()
            at += step
            if rate:
                time.sleep(step / rate)

    def chunks(self, data, end=True):
        step = 16384
        for at in range(0, len(data), step):
            part = data[at:at + step]
            self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
        if end:
            self.wfile.write(b"0\r\n\r\n")
        self.wfile.flush()

    def redirect(self, where):
        self.head(302, {"Location": where, "Content-Length": 0})

    def do_GET(self):
        try:
            self.answer()
        except (BrokenPipeError, ConnectionResetError):
            pass

    def answer(self):
        _, behaviour, rest = self.path.split("/", 2)
        if behaviour == "status":
            text = b"<html>an error page</html>" * 1000
            self.head(int(rest.split("/")[0]), {"Content-Length": len(text)})
            return self.send(text)
        if behaviour == "redirect":
            count, name = rest.split("/")
            return self.redirect(f"/redirect/{int(count) - 1}/{name}" if int(count) > 1 else f"/ok/{name}")
        if behaviour == "loop":
            return self.redirect(self.path)
        if behaviour == "tofile":
            return self.redirect("file:///etc/passwd")
        if behaviour == "toftp":
            return self.redirect("ftp://127.0.0.1/" + rest)
        if behaviour == "nowhere":
            return self.head(302, {"Content-Length": 0})
        if behaviour == "silent":
            self.note(0)
            return time.sleep(60)
        if behaviour == "garbage":
            self.note(0)
            self.wfile.write(b"this is not http\r\n\r\n")
            self.close_connection = True
            return
        self.give(behaviour, rest)

    def give(self, behaviour, name):
        with open(os.path.join(FOLDER, name), "rb") as file:
            data = file.read()
        size = len(data)
        etag = '"' + hashlib.md5(data).hexdigest() + '"'
        date = "Mon, 06 Jan 2020 00:00:00 GMT" if data[:1] < b"\x80" else "Tue, 07 Jan 2020 00:00:00 GMT"
        headers = {}
        if behaviour == "weak":
            headers["ETag"] = "W/" + etag
        elif behaviour == "datedonly":
            headers["Last-Modified"] = date
        elif behaviour != "novalidator":
            headers.update({"ETag": etag, "Last-Modified": date})

        asked = self.headers.get("Range", "")
        start = 0
        if asked and behaviour in RANGES:
            guard = self.headers.get("If-Range", "")
            if not guard or guard in headers.values() or behaviour == "ignoreifrange":
                start = int(asked[len("bytes="):-1])
            if behaviour == "unsatisfiable" or start >= size:
                return self.head(416, {"Content-Range": f"bytes */{size}", "Content-Length": 0})
        status = 206 if start else 200
        if start:
            shown = start - 100 if behaviour == "wrongstart" else start
            headers["Content-Range"] = f"bytes {shown}-{size - 1}/{size}"
        data = data[start:]

        if behaviour in ("toolong", "restlong", "endless", "cutchunks"):
            self.head(status, {**headers, "Transfer-Encoding": "chunked"})
            if behaviour == "cutchunks":
                return self.chunks(data[:len(data) // 2], end=False)
            if behaviour == "restlong" and not start:
                return self.chunks(data[:size // 2], end=False)
            self.chunks(data, end=False)
            while behaviour == "endless":
                self.chunks(data, end=False)
            return self.chunks(b"x" * 1000)
        if behaviour in ("nolength", "nolengthearly"):
            self.head(200, headers)
            return self.send(data if behaviour == "nolength" else data[:size // 2])
        lie = {"claimslonger": 1000, "claimsshorter": -1000}.get(behaviour, 0)
        self.head(status, {**headers, "Content-Length": len(data) + lie})
        if behaviour == "early":
            return self.send(data[:(len(data) + 1) // 2])
        if behaviour == "hang":
            self.send(data[:len(data) // 2])
            return time.sleep(60)
        self.send(data)


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        pass


server = Server(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
for line in sys.stdin:
    RATE = int(line.split()[1])
    print("done", flush=True)
os._exit(0)
