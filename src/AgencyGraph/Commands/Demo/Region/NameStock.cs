namespace AgencyGraph.Commands.Demo.Region;

/// <summary>Names of many origins, with the letters and marks that a real register holds. Their combinations are invented.</summary>
internal static class NameStock
{
    public static IReadOnlyList<Origin> Origins { get; } =
    [
        new(48,
            Of("Olivia Amelia Isla Ava Freya Lily Florence Grace Poppy Evie Daisy Willow Ruby Maisie Anne-Marie Zoë Chloë Renée"),
            Of("Noah Oliver George Arthur Leo Harry Jack Alfie Theo Finley Archie Jude Reuben Tyler Kai John-Paul Kieran Callum"),
            Of("Ashworth Entwistle Ramsbottom Hargreaves Kershaw Ogden Butterworth Clegg Duckworth Fairclough Holt Lomax Pilkington Rigby Smith-Jones Tyldesley Whittle Schofield")),
        new(9,
            Of("Aoife Niamh Caoimhe Róisín Sinéad Ciara Orla Gráinne"),
            Of("Seán Cillian Oisín Pádraig Declan Fionn Eoin Conor"),
            Of("O'Brien O'Neill D'Arcy McCarthy Ó|Súilleabháin Ní|Dhomhnaill Fitzgerald McGrath O'Shaughnessy")),
        new(16,
            Of("Aisha Zainab Maryam Fatima Hafsa Inaya Safiya Khadija"),
            Of("Muhammad Yusuf Ibrahim Bilal Hamza Zayn Adam Musa"),
            Of("Khan Hussain Ahmed Begum Malik Iqbal Chaudhry Mahmood Sheikh ul-Haq")),
        new(7,
            Of("Zuzanna Małgorzata Łucja Agnieszka Žofia Hana Ștefania"),
            Of("Jakub Michał Łukasz Wojciech Ondřej Tomáš Răzvan"),
            Of("Wiśniewski Zieliński Dąbrowski Grzęda Novák Dvořák Țurcanu Brânză")),
        new(8,
            Of("Adaeze Chiamaka Oluwaseun Ngozi Temitope Abena Yewande Ruth"),
            Of("Chukwuemeka Oluwadamilare Kwame Tobi Ifeanyi Kofi Emmanuel Babatunde"),
            Of("Okonkwo Adébáyò Olúṣọlá Mensah Nwosu Eze Boateng Adeyemi-Clarke")),
        new(5,
            Of("Ana|Lucía Inês Conceição Noémie Élodie Sofía"),
            Of("João Tomás Iñigo François Étienne"),
            Of("Gonçalves Muñoz Ibáñez Lefèvre dos|Santos D'Almeida N'Diaye")),
        new(4,
            Of("Mei-Ling Xiù|Yīng Linh Thảo Hoa"),
            Of("Wei Jùn Minh Đức Tuấn"),
            Of("Nguyễn Trần Chan Wong Lý Lü")),
        new(3,
            Of("Hêvî Nergîz Ayşe Gülşen Şirin"),
            Of("Çağrı Azad Yiğit Ömer Rêbaz"),
            Of("Öztürk Çelik Yıldız Şahin Kaya")),
    ];

    private static string[] Of(string names) => [.. names.Split(' ').Select(name => name.Replace('|', ' '))];
}
