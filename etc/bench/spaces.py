"""Helper of spaces.sh: copies one space many times, then asks for all of them and measures the server."""
import http.client, json, os, sqlite3, statistics, sys, time, uuid

SOURCE = "numerique-20e"
BLOCKS = [{"id": f"b{i}", "type": "text", "v": 1,
           "markdown": f"## Partie {i}\n\nLe **jardin** ouvre le samedi, de 14 h à 18 h, avec [les voisins](https://exemple.fr/{i}).\n\n- semis\n- compost\n- récolte"} for i in range(20)]
DOCUMENT = json.dumps({"schema": "page/1", "lang": "fr", "blocks": BLOCKS}, ensure_ascii=False)
ROUNDS = 10


def copy(path, count):
    db = sqlite3.connect(path)
    tenant = db.execute("SELECT Id FROM AbpTenants WHERE NormalizedName = ?", (SOURCE,)).fetchone()[0]
    tables = {"AbpTenants": "Id", "Associations": "Id", "SitesSites": "TenantId", "SitesPages": "TenantId"}
    names = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "Associations" not in names:
        tables["AssociationsAssociations"] = tables.pop("Associations")
    for table, owner in tables.items():
        columns = [row[1] for row in db.execute(f'PRAGMA table_info("{table}")')]
        rows = [dict(zip(columns, row)) for row in db.execute(f'SELECT * FROM "{table}" WHERE "{owner}" = ?', (tenant,))]
        made = []
        for i in range(count):
            space = str(uuid.uuid5(uuid.NAMESPACE_DNS, f"space{i}")).upper()
            for row in rows:
                new = dict(row)
                if owner == "Id":
                    new["Id"] = space
                else:
                    new["Id"], new["TenantId"] = str(uuid.uuid4()).upper(), space
                if "NormalizedName" in new:
                    new["NormalizedName"] = f"espace-{i}"
                if "Slug" in new and table.startswith("Associations"):
                    new["Slug"] = f"espace-{i}"
                if "ConcurrencyStamp" in new:
                    new["ConcurrencyStamp"] = uuid.uuid4().hex
                if new.get("Kind") == "Home":
                    new["PublishedDocument"] = DOCUMENT
                made.append([new[column] for column in columns])
        marks = ", ".join("?" * len(columns))
        quoted = ", ".join(f'"{column}"' for column in columns)
        db.executemany(f'INSERT INTO "{table}" ({quoted}) VALUES ({marks})', made)
    db.commit()
    print(f"{count} spaces, {os.path.getsize(path) // 1048576} MB of database")


def ask(connection, i, port):
    start = time.perf_counter()
    connection.request("GET", "/", headers={"Host": f"espace-{i}.localhost:{port}"})
    response = connection.getresponse()
    first = time.perf_counter() - start
    body = response.read()
    assert response.status == 200 and b"Partie 19" in body, (i, response.status)
    return first * 1000


def resident(pid):
    with open(f"/proc/{pid}/status") as status:
        return int(next(line for line in status if line.startswith("VmRSS")).split()[1]) / 1024


def ticks(pid):
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def measure(path, count, port, pid):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    for i in range(count - 300, count):  # the runtime compiles what it runs often
        ask(connection, i, port)
    start = resident(pid)
    before = ticks(pid)
    cold = [ask(connection, i, port) for i in range(count - 300)]
    cold_cpu = (ticks(pid) - before) / len(cold)
    full = resident(pid)
    sample = range(0, count - 300, max(1, (count - 300) // 500))
    warm = [ask(connection, i, port) for i in sample]
    warm = [ask(connection, i, port) for i in sample]
    db = sqlite3.connect(path)
    rounds = []
    for _ in range(ROUNDS):
        db.execute('UPDATE "SitesSites" SET "Version" = "Version" + 1')
        db.commit()
        time.sleep(1.5)
        before = ticks(pid)
        times = [ask(connection, i, port) for i in sample]
        rounds.append(((ticks(pid) - before) / len(times), times))
    # The first rounds pay for what the runtime compiles in the background; WordPress and Ghost were measured with theirs compiled.
    print("uncached, CPU ms a page, round after round: " + " ".join(f"{cpu:.2f}" for cpu, _ in rounds))
    late = sorted(rounds[ROUNDS // 2:])
    uncached_cpu, uncached = late[len(late) // 2]
    tenth = len(cold) // 10
    median = statistics.median
    print(f"resident: {start:.0f} MB with 300 spaces read, {full:.0f} MB with all {count}")
    print(f"first byte, median: cold space {median(cold):.2f} ms (CPU {cold_cpu:.2f} ms), warm space with an uncached page {median(uncached):.2f} ms (CPU {uncached_cpu:.2f} ms), "
          f"cached page {median(warm):.2f} ms")
    print(f"cold space / warm space: {median(cold) / median(uncached):.2f}   cold space / cached page: {median(cold) / median(warm):.1f}")
    print(f"the last tenth of the spaces / the first tenth: {median(cold[-tenth:]) / median(cold[:tenth]):.2f}")


if __name__ == "__main__":
    copy(sys.argv[2], int(sys.argv[3])) if sys.argv[1] == "copy" else measure(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5]))
