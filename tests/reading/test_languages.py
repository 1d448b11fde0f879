import pytest

from vaarta.reading.languages import identify, plain_code

TEXTS = [
    pytest.param("दोनों देशों के मंत्री सोमवार को दिल्ली में मिले और सीमा पर बात की।", "hi", id="Hindi"),
    pytest.param("ग़ज़ा पर १२ देशों ने क़तर में बैठक की है।", "hi", id="Hindi, nukta and digits"),
    pytest.param(
        "मंत्री ने लिखा: We welcome the talks between the countries और धन्यवाद दिया, यह बड़ी बात है।", "hi", id="two scripts"
    ),
    pytest.param("नदी जल पर वार्ता", "hi", id="a few words without grammar"),
    pytest.param(
        "The ministers of both countries met in Delhi on Monday and talked about the border.", "en", id="English"
    ),
    pytest.param("Border talks held", "en", id="a few English words"),
    pytest.param("दोन्ही देशांच्या मंत्र्यांनी सोमवारी दिल्लीत भेट घेतली आणि सीमा प्रश्नावर चर्चा केली आहे.", "mr", id="Marathi"),
    pytest.param("दुवै देशका मन्त्रीले सोमबार दिल्लीमा भेट गरेका छन् र सीमाबारे छलफल भएको छ।", "ne", id="Nepali"),
    pytest.param("तत्र च मन्त्री अस्ति इति सः वदति, तस्य वचनम् अपि सत्यम् एव।", "sa", id="Sanskrit"),
    pytest.param("मंत्री लोग दिल्ली में मिलल बा आउर एगो बात भइल बा कि ई काम होई।", "bho", id="Bhojpuri"),
    pytest.param(
        "Dono deshon ke mantri somvar ko mile aur seema par baat ki, yeh unhone kaha.",
        "hi-Latn",
        id="Hindi in Latin letters",
    ),
    pytest.param("دونوں ملکوں کے وزیر پیر کو دہلی میں ملے اور سرحد پر بات کی ہے۔", "ur", id="Urdu"),
    pytest.param("Les ministres des deux pays se sont vus lundi et ont parlé de la frontière.", "fr", id="French"),
    pytest.param("Los ministros de los dos países se vieron el lunes y hablaron de la frontera.", "es", id="Spanish"),
    pytest.param("দুই দেশের মন্ত্রীরা সোমবার দিল্লিতে সীমান্ত নিয়ে কথা বলেছেন।", "bn", id="Bengali, by the model"),
    pytest.param("1 2 3 १२ …", "und", id="no letters"),
]


@pytest.mark.parametrize(("text", "code"), TEXTS)
def test_language_of_a_text(text: str, code: str) -> None:
    assert identify(text) == code


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("hi", "hi"),
        ("hi-IN", "hi"),
        ("HI", "hi"),
        ("hin", "hi"),
        ("hi_Deva", "hi"),
        ("hi-Latn", "hi-Latn"),
        ("en-Latn-IN", "en"),
        ("", ""),
    ],
)
def test_codes_are_written_in_one_way(given: str, code: str) -> None:
    assert plain_code(given) == code
