using CapaCitoyenne.TestBase;

[assembly: AssemblyFixture(typeof(HubFixture))]
