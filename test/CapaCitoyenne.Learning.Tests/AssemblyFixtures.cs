using CapaCitoyenne.Learning;

[assembly: AssemblyFixture(typeof(LearningHub))]
