namespace CapaCitoyenne.Learning.Permissions;

/// <summary>Permissions of the courses. Following a course of the hub needs none.</summary>
public static class LearningPermissions
{
    public const string GroupName = "Learning";

    public static class Courses
    {
        /// <summary>See the courses of one's space, drafts included.</summary>
        public const string Default = GroupName + ".Courses";

        /// <summary>Write courses, lessons and questions, import and export them.</summary>
        public const string Write = Default + ".Write";

        /// <summary>Put a course online and take it off again.</summary>
        public const string Publish = Default + ".Publish";
    }

    public static class Results
    {
        /// <summary>See how courses and questions go, in figures without names.</summary>
        public const string Default = GroupName + ".Results";
    }

    public static class Tasks
    {
        /// <summary>Have an exercise checked in a space: its members.</summary>
        public const string Check = GroupName + ".Tasks.Check";
    }
}
