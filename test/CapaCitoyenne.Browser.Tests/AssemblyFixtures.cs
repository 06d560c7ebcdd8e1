using CapaCitoyenne.Browser.Tests;

[assembly: AssemblyFixture(typeof(BrowserHub))]

namespace CapaCitoyenne.Browser.Tests;

/// <summary>
/// Tests that let days pass. The hub has one clock: beside them, a form that another test is filling in would expire, and whoever signed in would be signed out.
/// xUnit runs such a collection alone, after the others.
/// </summary>
[CollectionDefinition(nameof(DaysPass), DisableParallelization = true)]
public sealed class DaysPass;
