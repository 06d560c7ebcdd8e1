using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CapaCitoyenne.EntityFrameworkCore.Migrations.Sqlite
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
                type: "TEXT",
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
