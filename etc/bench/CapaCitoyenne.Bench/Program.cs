using System.Globalization;
using CapaCitoyenne.Bench;

// Usage: CapaCitoyenne.Bench [contacts…]   (100000 by default; several sizes show whether memory stays flat)
//        CapaCitoyenne.Bench book [contacts]   (the address book: list, search, count; ten times as many contacts in the hub)
// SQLite in a temporary folder; PostgreSQL when CAPA_TEST_POSTGRES holds a server's connection string.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var isBook = args is ["book", ..];
if (isBook) args = args[1..];
int[] sizes = args.Length > 0 ? [.. args.Select(a => int.Parse(a, CultureInfo.InvariantCulture))] : [100_000];
// The host of the tests looks for its content root beside a solution; here it stands beside the program.
Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_CAPACITOYENNE_WEB", AppContext.BaseDirectory);
if (isBook)
{
    await using var book = new ContactsBench();
    await book.InitializeAsync();
    await book.RunAsync(sizes[0]);
    return;
}

await using var bench = new MailingBench();
await bench.InitializeAsync();
await MailingBench.PrintHeaderAsync();
await bench.RunAsync(sizes.Min() / 10, isWarmUp: true);
foreach (var size in sizes) await bench.RunAsync(size);
