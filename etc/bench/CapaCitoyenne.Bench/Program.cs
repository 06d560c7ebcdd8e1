using System.Globalization;
using CapaCitoyenne.Bench;

// Usage: CapaCitoyenne.Bench [contacts…]              import and campaign (100000 by default; several sizes show whether memory stays flat)
//        CapaCitoyenne.Bench compete CONTACTS MEMBERS a small letter while a large one is under way
//        CapaCitoyenne.Bench smtp PORT CONTACTS       one message each, by SMTP, to a sink on this machine
//        CapaCitoyenne.Bench book CONTACTS            the address book: list, search, count, among ten times as many
// SQLite in a temporary folder; PostgreSQL when CAPA_TEST_POSTGRES holds a server's connection string.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
// The host of the tests looks for its content root beside a solution; here it stands beside the program.
Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_CAPACITOYENNE_WEB", AppContext.BaseDirectory);
if (args is ["book", var contacts])
{
    await using var book = new ContactsBench();
    await book.InitializeAsync();
    await book.RunAsync(int.Parse(contacts, CultureInfo.InvariantCulture));
    return;
}

var command = args.FirstOrDefault() is "compete" or "smtp" ? args[0] : "";
int[] numbers = [.. args.Skip(command.Length > 0 ? 1 : 0).Select(a => int.Parse(a, CultureInfo.InvariantCulture))];
await using var bench = new MailingBench(command == "smtp" ? numbers[0] : null);
await bench.InitializeAsync();
switch (command)
{
    case "compete":
        await bench.CompeteAsync(numbers[0], numbers[1]);
        break;
    case "smtp":
        await bench.SmtpAsync(numbers[1] / 5, isWarmUp: true);
        await bench.SmtpAsync(numbers[1]);
        break;
    default:
        if (numbers.Length == 0) numbers = [100_000];
        await MailingBench.PrintHeaderAsync();
        await bench.RunAsync(numbers.Min() / 10, isWarmUp: true);
        foreach (var size in numbers) await bench.RunAsync(size);
        break;
}
