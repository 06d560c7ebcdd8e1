using CapaCitoyenne.EntityFrameworkCore;
using CapaCitoyenne.Web;
using CapaCitoyenne.Web.Demo;
using Serilog;

// Our own two words stand alone: the configuration would take the setting after them for their value.
var builder = WebApplication.CreateBuilder([.. args.Where(word => word is not ("--demo" or "--migrate"))]);
builder.Host.UseSerilog((context, logging) => logging.ReadFrom.Configuration(context.Configuration));
builder.AddApplication<CapaCitoyenneWebModule>();

var app = builder.Build();
if (args.Contains("--migrate"))
{
    await CapaCitoyenneEntityFrameworkCoreModule.MigrateAsync(app.Services);
    return;
}

await app.InitializeApplicationAsync();
if (args.Contains("--demo"))
{
    await app.SeedDemoAsync();
}

await app.RunAsync();

/// <summary>Named for the tests' <c>WebApplicationFactory</c>.</summary>
public partial class Program;
