using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CapaCitoyenne.EntityFrameworkCore.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LessonsOnline : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "PublishedDocument",
                table: "LearningLessons",
                type: "TEXT",
                maxLength: 262144,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PublishedQuestionCount",
                table: "LearningLessons",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "PublishedQuestionsJson",
                table: "LearningLessons",
                type: "TEXT",
                nullable: true);

            // What learners read until now stays what they read.
            migrationBuilder.Sql("""
                UPDATE "LearningLessons" SET
                    "PublishedDocument" = "Document",
                    "PublishedQuestionsJson" = '[' || COALESCE((SELECT group_concat("Content", ',') FROM (SELECT q."Content" FROM "LearningQuestions" q
                          WHERE q."LessonId" = "LearningLessons"."Id" AND NOT q."IsDeleted" ORDER BY q."Position", q."Id")), '') || ']',
                    "PublishedQuestionCount" = (SELECT COUNT(*) FROM "LearningQuestions" q WHERE q."LessonId" = "LearningLessons"."Id" AND NOT q."IsDeleted")
                WHERE NOT "IsDeleted" AND "CourseId" IN (SELECT c."Id" FROM "LearningCourses" c WHERE c."Status" = 'Published');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "PublishedDocument",
                table: "LearningLessons");

            migrationBuilder.DropColumn(
                name: "PublishedQuestionCount",
                table: "LearningLessons");

            migrationBuilder.DropColumn(
                name: "PublishedQuestionsJson",
                table: "LearningLessons");
        }
    }
}
