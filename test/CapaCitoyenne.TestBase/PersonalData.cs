using System.Text.Encodings.Web;
using System.Text.Json;
using CapaCitoyenne.Associations.Integration;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.TestBase;

/// <summary>What the hub holds of a person, module by module.</summary>
public static class PersonalData
{
    private static readonly JsonSerializerOptions Readable = new(HubClient.Json) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A part of the person's file as JSON; empty when the module holds nothing.</summary>
    public static Task<string> CollectsAsync(this HubFixture hub, string section, PersonalDataSubject person) => hub.InAsync(null, null, async services =>
    {
        foreach (var contributor in services.GetServices<IPersonalDataContributor>())
        {
            if (await contributor.CollectAsync(person) is { } found && found.Name == section) return JsonSerializer.Serialize(found.Content, Readable);
        }

        return "";
    });

    /// <summary>Lets every module forget the person, as the erasure of the account does.</summary>
    public static Task ForgetsAsync(this HubFixture hub, PersonalDataSubject person) => hub.InAsync(null, null, async services =>
    {
        foreach (var contributor in services.GetServices<IPersonalDataContributor>()) await contributor.EraseAsync(person);
    });

    /// <summary>The admin of a space, under their name.</summary>
    public static PersonalDataSubject Person(this TestSpace space) => new(space.AdminId, "Léa Bonnet", space.AdminEmail);
}
