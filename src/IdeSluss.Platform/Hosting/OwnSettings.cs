using IdeSluss.Sdk.Composition;

namespace IdeSluss.Platform.Hosting;

/// <summary>What whoever runs an instance may set of the platform. Modules and plugins declare theirs.</summary>
internal static class OwnSettings
{
    private const int HighestPort = 65_535;

    public static IReadOnlyList<Setting> All { get; } =
    [
        new("IdeSluss:Municipality", SettingKind.Text, null, "pitea", "Vilken kommun instansen är för: namnet på dess tillägg.", "Which municipality the instance is for: the name of its plugin.") { IsRequired = true },
        new("IdeSluss:PublicAddress", SettingKind.Address, "där programmet lyssnar", "https://idesluss.example.se", "Adressen som invånarna använder; den står i mejl och kalenderfiler.", "The address that residents use; it stands in mails and calendar files."),
        new("IdeSluss:Plugins:{0}", SettingKind.Text, null, "mitt-tillagg", "Fler tillägg att ladda.", "More plugins to load."),
        new("IdeSluss:PluginFolder", SettingKind.Path, "plugins bredvid programmet", "/opt/idesluss/plugins", "Mappen med tillägg.", "The folder of plugins."),
        new("IdeSluss:KnownProxies:{0}", SettingKind.Text, null, "127.0.0.1", "Proxyer vars X-Forwarded-huvuden gäller.", "Proxies whose X-Forwarded headers count."),
        new("IdeSluss:SecretsFolder", SettingKind.Path, null, "/etc/idesluss/secrets", "Mapp med en fil för varje hemlig inställning.", "A folder with one file for each secret setting."),
        new("IdeSluss:Demo", SettingKind.YesNo, "false", "true", "Påhittat innehåll och inloggning utan lösenord; bara på den egna datorn.", "Invented content and log-in without password; on one's own machine alone."),
        new("IdeSluss:PseudoLanguage", SettingKind.YesNo, "false", "true", "Ett språk med konstgjorda ord, för att hitta text som inte går att översätta.", "A language of made-up words, to find text that cannot be translated."),

        new("ConnectionStrings:IdeSluss", SettingKind.Text, "inbyggd PostgreSQL", "Host=db.example.se;Database=idesluss;Username=idesluss;Password=…", "Databasen: PostgreSQL 15 eller nyare. Flera värdar skrivs med komma: den som är primär används, och faller den bort tar nästa vid.", "The database: PostgreSQL 15 or newer. Several hosts are written with commas: the one that is primary is used, and when it is lost the next takes over.") { IsSecret = true },
        new("IdeSluss:DataFolder", SettingKind.Path, "data", "/var/lib/idesluss", "Filer, mejl som inte skickas och den inbyggda databasen.", "Files, mails that are not sent, and the embedded database."),
        new("IdeSluss:PostgresFolder", SettingKind.Path, "bredvid programmet", "/opt/postgres/native", "Den inbyggda databasens program.", "The programs of the embedded database."),
        new("IdeSluss:Jobs", SettingKind.YesNo, "true", "false", "Om schemalagda jobb körs i den här processen.", "Whether scheduled jobs run in this process."),
        new("IdeSluss:Background", SettingKind.YesNo, "true", "false", "Om meddelanden och mejl skickas av den här processen.", "Whether messages and mails are sent by this process."),
        new("IdeSluss:Messaging:Poll", SettingKind.Duration, "00:00:02", "00:00:05", "Hur ofta meddelanden söks när inget väcker.", "How often messages are looked for when nothing wakes."),

        new("IdeSluss:Mail:Host", SettingKind.Text, "mejl blir filer i datamappen", "smtp.example.se", "E-postserver.", "Mail server."),
        new("IdeSluss:Mail:Port", SettingKind.Number, "25", "587", "E-postserverns port.", "The mail server's port.") { Least = 1, Most = HighestPort },
        new("IdeSluss:Mail:UseTls", SettingKind.YesNo, "true", "false", "Kräv kryptering; false bara för en server på samma maskin.", "Require encryption; false for a server on the same machine alone."),
        new("IdeSluss:Mail:User", SettingKind.Text, null, "idesluss", "Konto hos e-postservern.", "Account at the mail server."),
        new("IdeSluss:Mail:Password", SettingKind.Text, null, "…", "Lösenord hos e-postservern.", "Password at the mail server.") { IsSecret = true },
        new("IdeSluss:Mail:From", SettingKind.Text, "ideslussen@localhost", "ideslussen@example.se", "Avsändare av alla mejl.", "Sender of all mails."),

        new("IdeSluss:Files:Folder", SettingKind.Path, "files i datamappen", "/srv/idesluss/filer", "Där filer ligger; flera värdar delar den.", "Where files lie; several hosts share it."),
        new("IdeSluss:Files:KeepFreeMegabytes", SettingKind.Number, "512", "2048", "Så mycket lämnas fritt på disken.", "So much is left free on the disk.") { Least = 0, Most = 1_000_000_000 },
        new("IdeSluss:Files:S3:Address", SettingKind.Address, null, "https://s3.example.se", "Lagring som talar S3, i stället för mappen.", "A store that speaks S3, instead of the folder."),
        new("IdeSluss:Files:S3:Bucket", SettingKind.Text, null, "idesluss", "Hinken i lagringen.", "The bucket in the store."),
        new("IdeSluss:Files:S3:Region", SettingKind.Text, "us-east-1", "eu-north-1", "Region som anrop signeras för.", "The region that calls are signed for."),
        new("IdeSluss:Files:S3:Prefix", SettingKind.Text, null, "pitea", "Mapp i hinken.", "A folder in the bucket."),
        new("IdeSluss:Files:S3:AccessKey", SettingKind.Text, null, "…", "Nyckel till lagringen.", "Key to the store.") { IsSecret = true },
        new("IdeSluss:Files:S3:SecretKey", SettingKind.Text, null, "…", "Hemlighet till lagringen.", "Secret to the store.") { IsSecret = true },
        new("IdeSluss:Files:Scanner:Host", SettingKind.Text, "ingen kontroll", "127.0.0.1", "Virusskanner: clamd över TCP.", "Virus scanner: clamd over TCP."),
        new("IdeSluss:Files:Scanner:Port", SettingKind.Number, "3310", "3310", "Skannerns port.", "The scanner's port.") { Least = 1, Most = HighestPort },

        new(Web.KeptPagesPolicy.Setting, SettingKind.Number, "30", "10", "Så många sekunder som en öppen sida får sparas åt nästa besökare; en idés sida sparas tills något på den ändras, högst tio minuter. 0: inget sparas.", "For how many seconds a public page may be kept for the next visitor; an idea's page is kept until something on it changes, ten minutes at most. 0: nothing is kept.") { Least = 0, Most = 600 },
        new("IdeSluss:RateLimits:{namn}:Permits", SettingKind.Number, "olika", "20", "Så många anrop som en besökare får göra på tiden. Namn: global, write, secret.", "So many calls a visitor may make in the time. Names: global, write, secret.") { Least = 1, Most = int.MaxValue },
        new("IdeSluss:RateLimits:{namn}:Seconds", SettingKind.Number, "60", "60", "Tiden för gränsen.", "The time of the limit.") { Least = 1, Most = 86_400 },
        new("IdeSluss:Crowding:AtOnce", SettingKind.Number, "500", "1000", "Så många anrop behandlas samtidigt.", "So many calls are worked on at once.") { Least = 1, Most = 100_000 },
        new("IdeSluss:Crowding:AtOncePerAddress", SettingKind.Number, "100", "200", "Så många av dem från en och samma adress.", "So many of them from one and the same address.") { Least = 1, Most = 100_000 },
        new("IdeSluss:Crowding:Waiting", SettingKind.Number, "2000", "5000", "Så många får vänta på sin tur; resten får svaret att komma tillbaka.", "So many may wait for their turn; the rest are told to come back.") { Least = 0, Most = 1_000_000 },
        new("IdeSluss:Crowding:Connections", SettingKind.Number, "10000", "20000", "Så många anslutningar hålls öppna samtidigt.", "So many connections are held open at once.") { Least = 1, Most = 1_000_000 },
        new("IdeSluss:Crowding:Patience", SettingKind.Duration, "00:00:15", "00:00:30", "Så länge väntar vi på den som ansluter och inte skickar något.", "So long we wait for one who connects and sends nothing."),

        new("IdeSluss:Telemetry:TracedPercent", SettingKind.Number, "10", "100", "Så många procent av anropen som spåras, när spår skickas någonstans.", "So many per cent of calls are traced, when traces go anywhere.") { Least = 0, Most = 100 },
    ];
}
