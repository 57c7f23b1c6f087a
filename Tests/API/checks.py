"""What a client of the API can rely on, tried from outside with real ones. See run."""

import collections
import concurrent.futures
import http.client
import json
import os
import pathlib
import random
import re
import socket
import subprocess
import sys
import time
import traceback

import requests

from shop import Shop, sale

SALES = "/api/v1/inventory/sales"
FIND_OR_CREATE = "/api/v1/customers/find-or-create"
BIN = pathlib.Path(sys.executable).parent


def curl(shop, path, body=None):
    """Asks with curl; answers the JSON."""
    words = ["curl", "--silent", "--show-error", "-H", f"Authorization: Bearer {shop.token}"]
    if body is not None:
        words += ["-H", "Content-Type: application/json", "--data-binary", json.dumps(body)]
    done = subprocess.run([*words, shop.url + path], stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout)


def with_requests(shop, path, body=None):
    """Asks with requests; answers the JSON."""
    session = shop.session()
    url = shop.url + path
    answer = session.get(url) if body is None else session.post(url, json=body)
    return answer.json()


def scenarios(shop):
    """A new customer, a returning one, no phone: with curl, then with requests."""
    shop.serve()
    for turn, (client, phone) in enumerate(((curl, "9876543210"), (with_requests, "9123456789"))):
        number = f"CUST{turn + 1:04}"
        found = client(shop, FIND_OR_CREATE, {"phone": phone, "name": "John Doe"})
        assert found["success"] and found["data"]["customerNumber"] == number, found
        again = client(shop, FIND_OR_CREATE, {"phone": f"+91 {phone[:5]}-{phone[5:]}"})
        assert again["data"] == found["data"], again
        sold = client(shop, SALES, sale(f"BILL-{turn}", customerPhone=phone))
        bill = sold["bill"]
        assert sold["message"] == "Sales processed successfully", sold
        assert (bill["customerNumber"], bill["customerName"]) == (number, "John Doe"), bill
        assert (bill["totalAmount"], bill["totalCost"], bill["profit"]) == (200, 160, 40), bill
        without = client(shop, SALES, sale(f"none-{turn}", customerName="Nobody"))["bill"]
        for name in "", "Number", "Name", "Phone", "Email":
            assert without["customer" + name] is None, without
        listed = client(shop, f"/api/v1/bills?phone={phone}")["data"]
        assert [row["billNumber"] for row in listed] == [bill["billNumber"]], listed
    # The kernel says who is at the other end of the socket.
    local = subprocess.run(
        ["curl", "--silent", "--unix-socket", f"{shop.folder}/galla.sock", "http://galla/health"],
        stdout=subprocess.PIPE, text=True, check=True)
    assert json.loads(local.stdout)["ready"], local.stdout
    assert (shop.folder / "api-tokens").stat().st_mode & 0o777 == 0o600
    assert shop.stop() == 0
    shop.check_books()


def described(shop):
    """Schemathesis finds nothing in what openapi.json describes; a stream has no end to wait for."""
    shop.serve()
    seed = os.environ.get("GALLA_SEED", "2026")
    done = subprocess.run(
        [BIN / "schemathesis", "--config-file", pathlib.Path(__file__).with_name(
            "schemathesis.toml"), "run", shop.url + "/openapi.json", "--url", shop.url,
         "--header", f"Authorization: Bearer {shop.token}", "--exclude-path", "/api/v1/events",
         "--max-examples", "20", "--seed", seed, "--no-color"],
        cwd=shop.folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        print(done.stdout)
        raise AssertionError("schemathesis found something")
    print("\n".join(done.stdout.splitlines()[-12:]))
    assert shop.stop() == 0
    shop.check_books()


def killed(shop, rounds=8):
    """A crash between request and answer, then the same request: exactly one bill."""
    seed = random.randrange(1 << 32)
    print(f"seed {seed}")
    chance = random.Random(seed)
    for turn in range(rounds):
        shop.serve()
        session = shop.session()
        body = sale(f"kill-{turn}", customerPhone="9876543210")
        session.get(shop.url + "/health")
        with concurrent.futures.ThreadPoolExecutor(1) as pool:
            first = pool.submit(session.post, shop.url + SALES, json=body)
            time.sleep(chance.uniform(0, 0.02))
            shop.kill()
            try:
                answer = first.result()
                assert answer.status_code == 201, answer.text
            except requests.RequestException:
                answer = None
        shop.serve()
        again = shop.session().post(shop.url + SALES, json=body)
        assert again.status_code in ((200,) if answer else (200, 201)), again.text
        if answer:
            assert again.json()["bill"] == answer.json()["bill"], again.text
        shop.kill()
    assert shop.query("SELECT count(*) FROM bill") == [(rounds,)]
    shop.check_books()


def together(shop):
    """Terminal and API of one till sell at the same time; the books keep their laws."""
    shop.serve("cashier", "--printer", "none:", "--scanner", "stdin", stdin=subprocess.PIPE)
    count = 40

    def web(client):
        session = shop.session()
        for turn in range(count):
            while True:
                answer = session.post(shop.url + SALES, json=sale(f"web-{client}-{turn}", 1))
                if answer.status_code != 503:
                    break
            assert answer.status_code == 201, answer.text

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        clients = [pool.submit(web, client) for client in range(4)]
        for turn in range(count):
            shop.process.stdin.write("8901000000019\n2*8901000000026\ncash 300\n")
            shop.process.stdin.flush()
        for client in clients:
            client.result()
    shop.process.communicate()
    assert shop.process.returncode == 0
    assert shop.query("SELECT count(*), sum(total) FROM bill") == [
        (5 * count, 4 * count * 100_00 + count * 300_00)]
    shop.check_books()


def retried(shop, count=10_000):
    """Ten thousand retries of one sale at once make one bill; fifty find-or-creates, one customer."""
    shop.serve()
    body = json.dumps(sale("retried", customerPhone="9876543210"))

    def post(path, body, times):
        client = http.client.HTTPConnection(shop.url.removeprefix("http://"))
        answers = []
        while len(answers) < times:
            client.request("POST", path, body, {
                "Authorization": f"Bearer {shop.token}", "Content-Type": "application/json"})
            answer = client.getresponse()
            text = answer.read()
            if answer.status != 503:
                answers.append((answer.status, json.loads(text)))
        client.close()
        return answers

    with concurrent.futures.ThreadPoolExecutor(64) as pool:
        sold = [pool.submit(post, SALES, body, count // 64 + 1) for _ in range(64)]
        answers = [answer for one in sold for answer in one.result()]
        found = [pool.submit(post, FIND_OR_CREATE, '{"phone": "9123456789"}', 1)
                 for _ in range(50)]
        customers = [one.result()[0][1] for one in found]
    assert len(answers) >= count
    statuses = collections.Counter(status for status, _ in answers)
    assert statuses == {201: 1, 200: len(answers) - 1}, statuses
    assert len({json.dumps(answer["bill"]) for _, answer in answers}) == 1
    assert {customer["data"]["customerNumber"] for customer in customers} == {"CUST0002"}
    created = [customer for customer in customers if customer["message"] == "Customer created"]
    assert len(created) == 1, created
    assert shop.query("SELECT count(*) FROM bill") == [(1,)]
    assert shop.query("SELECT count(*) FROM customer") == [(2,)]
    shop.stop()
    shop.check_books()


def shown(shop):
    """A screen elsewhere follows the counter; one that was away is told what it missed, once."""
    shop.serve("cashier", "--printer", "none:", "--scanner", "stdin", stdin=subprocess.PIPE)

    def listen(until, after=None):
        headers = {"Last-Event-ID": after} if after else {}
        with shop.session().get(
            shop.url + "/api/v1/events", headers=headers, stream=True, timeout=60
        ) as stream:
            assert stream.headers["Content-Type"] == "text/event-stream"
            events, event = [], {}
            for line in stream.iter_lines(decode_unicode=True):
                name, _, value = line.partition(": ")
                if line:
                    event[name] = value
                    continue
                if "id" in event:
                    events.append((event["id"], event["event"], json.loads(event["data"])))
                    if until(*events[-1][1:]):
                        return events
                event = {}
        raise AssertionError(f"the stream ended after {events}")

    def type_line(text):
        shop.process.stdin.write(text + "\n")
        shop.process.stdin.flush()

    type_line("2*8901000000019")
    events = listen(lambda kind, data: kind == "bill" and data["lines"])
    seen, _, bill = events[-1]
    line, = bill["lines"]
    assert (line["name"], line["quantity"], line["amount"]) == ("Product A", 2, 200), line
    assert bill["total"] == bill["due"] == 200 and bill["customer"] is None, bill
    type_line("phone 9876543210")
    type_line("cash 500")
    # Away meanwhile: every row shown since comes, the bill only as it is now.
    back = listen(lambda kind, data: kind == "bill" and not data["lines"], after=seen)
    numbers = [int(number.rpartition("-")[2]) for number, _, _ in back]
    assert numbers == sorted(numbers) and numbers[0] > int(seen.rpartition("-")[2]), back
    said = [row["text"] for _, kind, data in back if kind == "shown" for row in data["rows"]]
    assert sum("CUST0001" in text for text in said) == 1, said
    assert any("300.00" in text for text in said), said
    assert not [row for row in said if "Product A" in row and "CUST" not in row], said
    # A stranger is told how things are now.
    fresh = listen(lambda kind, data: kind == "bill")
    assert fresh[-1][2]["lines"] == [], fresh
    shop.process.communicate()
    assert shop.process.returncode == 0


def hostile(shop, count=3_000):
    """Made-up HTTP and JSON: no crash, no 500, and the till sells on."""
    shop.serve()
    seed = random.randrange(1 << 32)
    print(f"seed {seed}")
    chance = random.Random(seed)
    host, _, port = shop.url.removeprefix("http://").partition(":")
    whole = json.dumps(sale("hostile", customerPhone="9876543210"))
    statuses = collections.Counter()
    for turn in range(count):
        with socket.create_connection((host, int(port)), timeout=60) as wire:
            try:
                wire.sendall(made_up(chance, shop, whole.replace("hostile", f"hostile-{turn}")))
                wire.shutdown(socket.SHUT_WR)
                answer = b""
                while piece := wire.recv(65_536):
                    answer += piece
            except ConnectionError:
                statuses["cut"] += 1
                continue
        found = re.match(rb"HTTP/1.1 (\d{3}) ", answer)
        statuses[int(found[1]) if found else "nothing"] += 1
    print(dict(statuses))
    assert not [status for status in statuses if isinstance(status, int) and status >= 500]
    # Some are so little changed that they are sold: the till was really reached.
    assert statuses[201] and statuses[422] and statuses[400], statuses
    assert shop.session().post(shop.url + SALES, json=sale("after")).status_code == 201
    assert shop.stop() == 0
    shop.check_books()


def made_up(chance, shop, body):
    """A sale's request with a few bytes of head or body changed, cut, doubled or replaced."""
    head = (f"POST {SALES} HTTP/1.1\r\nHost: localhost:{shop.url.rpartition(':')[2]}\r\n"
            f"Authorization: Bearer {shop.token}\r\nContent-Type: application/json\r\n")
    body = bytearray(body.encode())
    words = [b'"', b"{", b"}", b"[", b"]", b"null", b"1e400", b"-0", b"\\u0000", b"\xff", b"9" * 40,
             b"\r\n", b"\0", b"1e-3", b'"a":', b"\xf0\x9f"]
    head = bytearray(head.encode())
    target = head if chance.random() < 0.3 else body
    for _ in range(chance.randint(0, 3)):
        place = chance.randrange(len(target))
        match chance.randrange(4):
            case 0: target[place] = chance.randrange(256)
            case 1: del target[place:place + chance.randint(1, 9)]
            case 2: target[place:place] = chance.choice(words)
            case 3: target[place:place] = target[place:place + chance.randint(1, 40)]
    length = len(body) + (chance.choice([-1, 1, 10**20]) if chance.random() < 0.03 else 0)
    return bytes(head) + f"Content-Length: {length}\r\nConnection: close\r\n\r\n".encode() + body


def encrypted(shop):
    """With a certificate and its key TCP speaks TLS alone; tokens are made and taken away by name."""
    chain, key = shop.folder / "chain.pem", shop.folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
         "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
         "subjectAltName=IP:127.0.0.1,DNS:localhost", "-keyout", key, "-out", chain],
        check=True, stderr=subprocess.DEVNULL)
    shop.config.write_text(
        f'[printer]\nuri = "none:"\n[api]\ncertificate = "{chain}"\nkey = "{key}"\n')
    shop.serve()
    secure = shop.url.replace("http://", "https://")
    session = shop.session()
    session.verify = str(chain)
    assert session.get(secure + "/health").json()["ready"]
    try:
        answer = requests.get(shop.url + "/health", timeout=20)
        raise AssertionError(f"it speaks without TLS: {answer.status_code}")
    except requests.ConnectionError:
        pass
    secret = shop.galla("token", "add", "phone", "--scope", "read").strip()
    session.headers["Authorization"] = "Bearer " + secret
    assert session.get(secure + "/api/v1/products").status_code == 200
    refused = session.post(secure + SALES, json=sale("phone"))
    assert (refused.status_code, refused.json()["code"]) == (403, "scope-missing"), refused.text
    assert shop.galla("token", "list") == "owner  read,sell,admin\nphone  read\n"
    shop.galla("token", "remove", "phone")
    assert session.get(secure + "/api/v1/products").status_code == 401
    assert (shop.folder / "api-tokens").stat().st_mode & 0o777 == 0o600
    assert shop.stop() == 0


CHECKS = {check.__name__: check for check in (
    scenarios, described, killed, together, retried, shown, hostile, encrypted)}


def main():
    """Gives the exit status."""
    failed = 0
    names = sys.argv[1:] or list(CHECKS)
    for name in names:
        shop = None
        started = time.monotonic()
        try:
            shop = Shop()
            CHECKS[name](shop)
            print(f"{name}: passed in {time.monotonic() - started:.1f} s", flush=True)
        except Exception:  # whatever a check trips over, the next one is run
            traceback.print_exc(file=sys.stdout)
            print(f"{name}: failed", flush=True)
            failed += 1
        finally:
            if shop:
                shop.remove()
    print(f"api: {len(names) - failed} passed, {failed} failed", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
