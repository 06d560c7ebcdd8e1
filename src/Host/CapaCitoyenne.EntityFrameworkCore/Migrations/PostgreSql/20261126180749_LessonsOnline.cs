using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CapaCitoyenne.EntityFrameworkCore.Migrations.PostgreSql
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
                type: "character varying(262144)",
                maxLength: 262144,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PublishedQuestionCount",
                table: "LearningLessons",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "PublishedQuestionsJson",
                table: "LearningLessons",
                type: "text",
                nullable: true);

            // What learners read until now stays what they read.
            migrationBuilder.Sql("""
                UPDATE "LearningLessons" SET
                    "PublishedDocument" = "Document",
                    "PublishedQuestionsJson" = '[' || COALESCE((SELECT string_agg(q."Content", ',' ORDER BY q."Position", q."Id") FROM "LearningQuestions" q
                          WHERE q."LessonId" = "LearningLessons"."Id" AND NOT q."IsDeleted"), '') || ']',
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
