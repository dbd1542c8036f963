using IdeSluss.Platform.Data;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace IdeSluss.Platform.Mail;

/// <summary>The way out for mail.</summary>
internal interface IMailTransport
{
    /// <summary>Opens what a batch needs.</summary>
    Task<IMailBatch> OpenAsync(CancellationToken cancellationToken);
}

internal interface IMailBatch : IAsyncDisposable
{
    Task SendAsync(MimeMessage message, Guid id, CancellationToken cancellationToken);
}

/// <summary>Hands mail to the configured server.</summary>
internal sealed class SmtpTransport(SmtpOptions options) : IMailTransport
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<IMailBatch> OpenAsync(CancellationToken cancellationToken)
    {
        var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(options.Host, options.Port, Security(), cancellationToken);
            if (!string.IsNullOrEmpty(options.User)) await client.AuthenticateAsync(options.User, options.Password ?? "", cancellationToken);
            return new Batch(client);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private SecureSocketOptions Security() => (options.UseTls, options.Port) switch
    {
        (false, _) => SecureSocketOptions.None,
        (true, 465) => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.StartTls,
    };

    private sealed class Batch(SmtpClient client) : IMailBatch
    {
        public Task SendAsync(MimeMessage message, Guid id, CancellationToken cancellationToken) => client.SendAsync(message, cancellationToken);

        public async ValueTask DisposeAsync()
        {
            try
            {
                if (client.IsConnected) await client.DisconnectAsync(quit: true);
            }
            catch (Exception error) when (error is IOException or SmtpProtocolException)
            {
                // What was sent has been answered for; a rude goodbye changes nothing.
            }

            client.Dispose();
        }
    }
}

/// <summary>Without a mail server: a file per message, named by its id, so that a repeat overwrites itself.</summary>
internal sealed class FileTransport(PlatformDataOptions options) : IMailTransport, IMailBatch
{
    public string Folder { get; } = Path.Combine(options.DataFolder, "mail");

    public Task<IMailBatch> OpenAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Folder);
        return Task.FromResult<IMailBatch>(this);
    }

    public async Task SendAsync(MimeMessage message, Guid id, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Folder, $"{id:N}.eml");
        await message.WriteToAsync(path + ".part", cancellationToken);
        File.Move(path + ".part", path, overwrite: true);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
