using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CapaCitoyenne.EntityFrameworkCore.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class SubmittersOfGuides : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "SubmitterId",
                table: "LibraryGuides",
                type: "uuid",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "SubmitterId",
                table: "LibraryGuides");
        }
    }
}
