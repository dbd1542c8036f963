using System.Net.Http.Headers;
using System.Text.Json;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using IdeSluss.Testbeds.Tests.Bookings;
using IdeSluss.Testbeds.Tests.Inventory;
using SkiaSharp;

namespace IdeSluss.Testbeds.Tests.Pictures;

public class PictureTests(StandingHost host) : IClassFixture<StandingHost>
{
    [Fact]
    public async Task A_picture_needs_words_and_one_that_has_been_sent_need_not_be_sent_again()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var (slug, _) = await coach.ThingAsync("Bildrummet");
        var page = $"/arbete/testbaddar/{slug}/bilder";
        var nothing = await SendAsync(coach, page, null, "");
        Assert.True(nothing.StatusCode == 422 && nothing.Says("Bild: välj en fil.") && nothing.Says("Beskriv vad bilden visar"), nothing.Text);
        var notPicture = await SendAsync(coach, page, "%PDF-1.7 inget"u8.ToArray(), "Ett rum");
        Assert.True(notPicture.StatusCode == 422 && !notPicture.Says("Bilden är tillagd"), notPicture.Text);

        var undescribed = await SendAsync(coach, page, Picture(900, 600), " ");
        Assert.True(undescribed.StatusCode == 422 && undescribed.Says("Beskriv vad bilden visar") && undescribed.Says("Du behöver inte välja den igen"), undescribed.Text);
        var kept = undescribed.Forms.SelectMany(form => form.Fields).First(field => field.Name == "Input.PictureId").Value;
        using var stranger = await host.LogInAsAsync(Personas.SecondCoach);
        Assert.Equal(422, (await SendAsync(stranger, page, null, "Ett rum", kept)).StatusCode);
        var added = await SendAsync(coach, page, null, "Ett ljust rum med två stolar", kept);
        Assert.True(added.StatusCode == 200 && added.Says("Bilden är tillagd"), added.Text);
        Assert.Contains("alt=\"Ett ljust rum med två stolar\"", added.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everyone_sees_the_pictures_of_a_public_test_bed_the_first_also_in_the_catalogue_and_nobody_else_those_of_a_hidden_one()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var anyone = host.Visitor();
        var (slug, _) = await coach.ThingAsync("Visningsrummet");
        var first = await AddAsync(coach, slug, "Rummet från dörren");
        var second = await AddAsync(coach, slug, "Fönstret mot gården");
        var detail = await anyone.GetAsync($"/testbaddar/{slug}");
        Assert.Contains("alt=\"Rummet från dörren\"", detail.Html, StringComparison.Ordinal);
        Assert.Contains("alt=\"Fönstret mot gården\"", detail.Html, StringComparison.Ordinal);
        Assert.Equal(("Rummet från dörren", true), await InCatalogueAsync());
        Assert.Equal(204, (await coach.JsonAsync(HttpMethod.Post, $"{Booking.Api}/inventory/{slug}/pictures/{second}/first", new { })).Status);
        Assert.Equal(("Fönstret mot gården", true), await InCatalogueAsync());

        var address = $"{Booking.Api}/testbeds/{slug}/pictures/{first}";
        using (var small = await anyone.Http.GetAsync(address + "?storlek=liten"))
        {
            using var shown = SKBitmap.Decode(await small.Content.ReadAsByteArrayAsync());
            Assert.Equal((200, "image/jpeg", 480), ((int)small.StatusCode, small.Content.Headers.ContentType?.MediaType, shown.Width));
            Assert.Contains("public", small.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(422, (await coach.JsonAsync(HttpMethod.Put, $"{Booking.Api}/inventory/{slug}/pictures/{first}", new { description = " " })).Status);
        Assert.Equal(412, (await coach.JsonAsync(HttpMethod.Put, $"{Booking.Api}/inventory/{slug}/pictures/{first}", new { description = "Dörren" }, ("If-Match", "\"v9\""))).Status);
        Assert.Equal(204, (await coach.JsonAsync(HttpMethod.Post, $"{Booking.Api}/inventory/{slug}/hiding", new { })).Status);
        Assert.Equal(404, (int)(await anyone.Http.GetAsync(address)).StatusCode);
        using (var office = await coach.Http.GetAsync(address)) Assert.Equal((200, "no-store"), ((int)office.StatusCode, office.Headers.CacheControl?.ToString()));
        using var owner = await host.LogInAsAsync(Personas.OtherNeedOwner);
        Assert.Equal((404, 404), ((int)(await owner.Http.GetAsync(address)).StatusCode, (await owner.GetAsync($"/arbete/testbaddar/{slug}/bilder")).StatusCode));
        Assert.Equal(404, (int)(await coach.Http.GetAsync($"{Booking.Api}/testbeds/annan/pictures/{first}")).StatusCode);

        Assert.True((await coach.PostFormAsync($"/arbete/testbaddar/{slug}/bilder", [("bild", first)], "Ta bort bild 2")).Says("Bilden är borttagen"));
        Assert.Equal(404, (int)(await coach.Http.GetAsync(address)).StatusCode);
        Assert.Equal("Released", await host.Database.QueryAsync<string>("select state from files.file where kept_for = 'testbeds.picture' and state <> 'Kept' limit 1"));

        async Task<(string?, bool)> InCatalogueAsync()
        {
            var list = await anyone.GetAsync($"/testbaddar?sok=visningsrummet");
            var line = (await anyone.JsonAsync(HttpMethod.Get, $"{Booking.Api}/testbeds?search=visningsrummet")).Body.GetProperty("items")[0].GetProperty("picture").GetProperty("description").GetString();
            return (line, list.Html.Contains($"alt=\"{line}\"", StringComparison.Ordinal) && !list.Html.Contains(line == "Rummet från dörren" ? "Fönstret mot gården" : "Rummet från dörren", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_test_bed_has_at_most_twelve_pictures_however_many_are_sent_at_once()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var slug = await coach.DescribedAsync("Fulla rummet");
        for (var number = 0; number < 10; number++) await AddAsync(coach, slug, $"Bild {number}");
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => PostAsync(coach, slug, "En till")));
        Assert.Equal((2, 3), (answers.Count(one => one.Status == 201), answers.Count(one => one.Status == 409)));
        Assert.True((await coach.GetAsync($"/arbete/testbaddar/{slug}/bilder")).Says("Ta bort någon för att lägga till en ny"));
    }

    private static async Task<string> AddAsync(Visitor visitor, string slug, string description)
    {
        var (status, body) = await PostAsync(visitor, slug, description);
        Assert.True(status == 201, body.ToString());
        return body.GetProperty("id").GetString()!;
    }

    private static async Task<(int Status, JsonElement Body)> PostAsync(Visitor visitor, string slug, string description)
    {
        using var content = new MultipartFormDataContent { { new StringContent(description), "description" }, { File(Picture(800, 600)), "picture", "rum.jpg" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Booking.Api}/inventory/{slug}/pictures") { Content = content };
        request.Headers.Add(Describing.OwnHeader.Name, Describing.OwnHeader.Value);
        using var answer = await visitor.Http.SendAsync(request);
        return ((int)answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()));
    }

    /// <summary>The form of the page, as a browser without script sends it.</summary>
    private static async Task<Page> SendAsync(Visitor visitor, string page, byte[]? file, string description, string? kept = null)
    {
        var token = (await visitor.GetAsync(page)).Forms.SelectMany(form => form.Fields).First(field => field.Name == "__RequestVerificationToken").Value;
        using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("lagg-till"), "gor" }, { new StringContent(description), "Input.Description" } };
        if (file is not null) content.Add(File(file), "Input.Picture", "rum.jpg");
        if (kept is not null) content.Add(new StringContent(kept), "Input.PictureId");
        using var request = new HttpRequestMessage(HttpMethod.Post, page) { Content = content };
        request.Headers.Accept.ParseAdd("text/html");
        return await visitor.SendAsync(request);
    }

    private static ByteArrayContent File(byte[] bytes) => new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } };

    private static byte[] Picture(int width, int height)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        surface.Canvas.Clear(SKColors.SteelBlue);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, 80);
        return data.ToArray();
    }
}
