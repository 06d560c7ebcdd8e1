using CapaCitoyenne.Learning;

[assembly: AssemblyFixture(typeof(LearningHub))]

// One hub and one clock for all: a test that lets days pass would end the sessions of the others.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
