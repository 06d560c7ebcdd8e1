using CapaCitoyenne.TestBase;

[assembly: AssemblyFixture(typeof(HubFixture))]

// One hub and one clock for all: a test that lets days pass would end the sessions of the others.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
