using CapaCitoyenne.Browser.Tests;

[assembly: AssemblyFixture(typeof(BrowserHub))]
