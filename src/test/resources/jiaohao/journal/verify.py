"""Confirms the hash chain of a journal export, read from stdin, by other means than our own."""
import hashlib
import json
import sys

previous, count = "", 0
for line in sys.stdin.buffer.read().split(b"\n")[:-1]:
    event = json.loads(line)
    stored = line[: line.rindex(b',"hash":"')] + b"}"
    count += 1
    if event["seq"] != count:
        sys.exit("event %d: sequence is %d" % (count, event["seq"]))
    if hashlib.sha256(previous.encode() + stored).hexdigest() != event["hash"]:
        sys.exit("event %d: hash does not match" % count)
    previous = event["hash"]
print(count)
