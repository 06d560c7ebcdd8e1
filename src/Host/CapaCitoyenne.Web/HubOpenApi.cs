using System.Reflection;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Scalar.AspNetCore;

namespace CapaCitoyenne.Web;

/// <summary>The API document at <c>/openapi/v1.json</c> and its reference at <c>/scalar</c>.</summary>
internal static class HubOpenApi
{
    /// <summary>True while the build only asks for the document: no database, no jobs.</summary>
    public static bool IsBuildingDocument { get; } = Assembly.GetEntryAssembly()?.GetName().Name == "GetDocument.Insider";

    public static void AddOpenApiDocument(this IServiceCollection services)
    {
        // The document reads these options, not those of the controllers: without them enums are numbers in it, and numbers may be texts.
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        services.AddOpenApi("v1", Describe);
    }

    private static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "CapaCitoyenne";
            document.Info.Description = "One space = one tenant: name it in the header __tenant (its slug). Sign in with a session cookie; "
                + "changing calls carry the header X-XSRF-TOKEN. Programs use an access key of the space instead (Authorization: Bearer cc_…), which needs "
                + "neither header. Calls with an Idempotency-Key may be repeated for 24 hours.";
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            // For readers and for the isolation test: which permission a call needs.
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            var isAnonymous = metadata.OfType<IAllowAnonymous>().Any();
            operation.Description = isAnonymous
                ? "Anonymous."
                : "Permission: " + string.Join(", ", metadata.OfType<IAuthorizeData>().Select(data => data.Policy ?? "signed in").Distinct());
            return Task.CompletedTask;
        });
    }

    public static void MapHubOpenApi(this WebApplication app)
    {
        app.MapOpenApi();
        app.MapScalarApiReference("/scalar", options => options.WithTitle("CapaCitoyenne · API"));
    }
}
