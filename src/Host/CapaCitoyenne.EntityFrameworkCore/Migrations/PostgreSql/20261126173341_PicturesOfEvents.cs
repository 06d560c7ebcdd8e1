using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CapaCitoyenne.EntityFrameworkCore.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class PicturesOfEvents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "ImageIsDecorative",
                table: "SitesEvents",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            // Until now a picture without words was said to be decorative.
            migrationBuilder.Sql("""UPDATE "SitesEvents" SET "ImageIsDecorative" = TRUE WHERE "ImageId" IS NOT NULL AND "ImageAlt" IS NULL""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ImageIsDecorative",
                table: "SitesEvents");
        }
    }
}
