using IdeSluss.Sdk.Files;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Training.Contracts;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.Lessons;
using IdeSluss.Training.Features.Training.MyTraining;
using IdeSluss.Training.Features.Training.ReadCourse;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Training.Features.Training.Catalogue;

/// <summary>Finding and reading what one can learn.</summary>
internal static class CatalogueApi
{
    private const string Because = "what one can learn is for everyone";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/courses", async (string? search, RoleTrack? track, CourseKind? kind, string? after, ListCourses list, CancellationToken cancellationToken) =>
            {
                Outcome<Page<CourseLine>> found = search?.Length > ListCoursesModel.LongestSearch
                    ? Problem.Invalid(new FieldError("search", new Text("Sök: högst {0} tecken.", ListCoursesModel.LongestSearch)))
                    : await list.FindAsync(new(search, track, kind), after, cancellationToken);
                return found.ToHttp(TypedResults.Ok);
            })
            .OpenToAll(Because).Produces<Page<CourseLine>>().ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Utbildning").WithSummary("Lista och sök kurser").WithDescription("Efter kod, eller med `track` i den ordning som rollen bör ta dem; då säger `necessity` om kursen krävs eller rekommenderas. `next` är markören för nästa sida: skicka den som `after`.");
        api.MapGet("/courses/{code}", async (string code, ReadCourse.ReadCourse read, HttpResponse response, CancellationToken cancellationToken) => (await read.HandleAsync(code, cancellationToken)).ToHttp(course =>
            {
                response.SetVersionTag(course.Version);
                return TypedResults.Ok(course);
            }))
            .OpenToAll(Because).Produces<PublicCourse>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Utbildning").WithSummary("Läs om en kurs").WithDescription("Mål, förkunskaper, lektioner och material. `given` är false när kursen inte ges längre. 404 för utkast.");
        api.MapGet("/courses/{code}/lessons/{number:int}", async (string code, int number, ReadLesson read, CancellationToken cancellationToken) => (await read.HandleAsync(code, number, cancellationToken)).ToHttp(TypedResults.Ok))
            .OpenToAll(Because).Produces<PublicLesson>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Utbildning").WithSummary("Läs en lektion").WithDescription("`text` är Markdown utan HTML.");
        api.MapGet("/courses/{code}/materials/{material:guid}", async (string code, Guid material, ReadCourse.ReadCourse read, CancellationToken cancellationToken) =>
                (await read.FileAsync(code, material, cancellationToken)).ToHttp(file => new FileAnswer(file, FileCaching.Public)))
            .OpenToAll(Because).Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Utbildning").WithSummary("Hämta ett material").WithDescription("Filen som den är nu. Ett material som är en länk har sin adress i kursen.");
        api.MapPost("/courses/{code}/lessons/{number:int}/reading", async (string code, int number, MarkRead mark, CancellationToken cancellationToken) => (await mark.HandleAsync(code, number, cancellationToken)).ToHttp(TypedResults.Ok))
            .RequireLogin().Produces<ReadingProgress>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Utbildning").WithSummary("Säg att du har läst en lektion").WithDescription("Svaret säger hur många av kursens lektioner du har läst. Samma sak två gånger ändrar inget.");
        api.MapGet("/mine/enrolments", async (MyTraining.MyTraining training, CancellationToken cancellationToken) => TypedResults.Ok(await training.EnrolmentsAsync(cancellationToken)))
            .RequireLogin().Produces<IReadOnlyList<MyEnrolment>>()
            .WithTags("Utbildning").WithSummary("Mina anmälningar").WithDescription("Kommande, och de senaste tre månaderna. `token` är det hemliga i anmälans adress.");
        api.MapGet("/mine", async (MyTraining.MyTraining training, CancellationToken cancellationToken) => TypedResults.Ok(await training.TracksAsync(cancellationToken)))
            .RequireLogin().Produces<IReadOnlyList<MyTrack>>()
            .WithTags("Utbildning").WithSummary("Mina utbildningar").WithDescription("Det som hör till dina roller, i den ordning det passar att ta.");
    }
}
