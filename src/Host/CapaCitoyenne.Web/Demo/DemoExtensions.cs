using System.Globalization;

namespace CapaCitoyenne.Web.Demo;

/// <summary>The demonstration, asked for with <c>--demo</c>.</summary>
public static class DemoExtensions
{
    /// <summary>Makes three associations of Paris with all they need; what is there already is left alone.</summary>
    public static async Task SeedDemoAsync(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var content = DemoContent.Load();
        await SeedAsync(app.Services, content);
        foreach (var association in content.Associations)
        {
            app.Logger.LogInformation("Demo: {Association}, sign in as {Email} with {Password}", association.Name, association.Admin.Email, content.Password);
        }

        app.Logger.LogInformation("Demo: operator and curator of the library, sign in as {Email}", content.Coordinator.Email);
    }

    internal static async Task SeedAsync(IServiceProvider services, DemoContent content)
    {
        var culture = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr");
        try
        {
            await using var scope = services.CreateAsyncScope();
            await ActivatorUtilities.CreateInstance<DemoSeeder>(scope.ServiceProvider, content).SeedAsync();
        }
        finally
        {
            CultureInfo.CurrentUICulture = culture;
        }
    }
}
