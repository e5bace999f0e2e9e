-- The first content, at version 1. Facts and figures follow the founding article; the words are the project's own.
-- Nobody else may have published these slugs before this migration: it comes with the tables themselves.
-- The event of each edition is put in the outbox when a service starts.
insert into piece (kind, slug, latest_version) values
    ('exercise', 'pelvic-tilt', 1),
    ('exercise', 'lumbar-rotation', 1),
    ('exercise', 'piriformis-stretch', 1),
    ('article', 'easing-sacral-pressure', 1),
    ('article', 'emergency-texts', 1),
    ('programme', 'gentle-sacral-start', 1);

insert into edition (kind, slug, version, language, title, published_at, published_by, document)
values ('exercise', 'pelvic-tilt', 1, 'en', 'Pelvic tilt', '2026-11-22T00:00:00Z', 'migration', $document$
{
  "summary": "You rock your hips a little while you lie down. This gently moves the lowest part of your back.",
  "position": "Lie on your back. Bend both knees and put your feet flat on the floor.",
  "equipment": [
    "A mat or a firm, flat floor"
  ],
  "steps": [
    "Pull in your tummy and roll your hips up. Feel your lower back press down on the floor.",
    "Stay like that while you count to 5.",
    "Let go slowly. Then roll your hips the other way, so that your lower back lifts off the floor a little.",
    "Come back to the middle and rest. That was one tilt.",
    "Do 10 to 12 tilts. Keep them small and smooth."
  ],
  "breathing": "Breathe out as your back goes down. Breathe in as you let go. Do not hold your breath.",
  "commonErrors": [
    "Pushing hard with your feet.",
    "Lifting your bottom off the floor.",
    "Going too fast."
  ],
  "dosage": {
    "sets": {"min": 1, "max": 1},
    "repetitions": {"min": 10, "max": 12},
    "holdSeconds": {"min": 5, "max": 5},
    "sides": ["both"],
    "restSeconds": {"min": 2, "max": 5},
    "timesADay": {"min": 1, "max": 2},
    "daysAWeek": {"min": 5, "max": 7}
  },
  "contraindications": [
    "urine_cannot_start", "urine_leak", "urine_reduced_feeling", "bowel_leak", "bowel_reduced_feeling",
    "saddle_numbness", "saddle_tingling", "sexual_function_change", "leg_numbness", "leg_tingling",
    "odd_leg_feelings", "leg_weakness", "foot_drop", "unsteady_walking", "fever", "major_trauma", "unable_to_walk",
    "chest_pain", "fainting", "recent_spinal_procedure", "pregnancy"
  ],
  "whoAsksFirst": [
    "Do not start if a leg feels numb or weak, or if you have a fever or have had a bad fall. Get help first.",
    "Ask your therapist first if you have just had work done on your spine. Ask too if you have a baby on the way."
  ],
  "stopRules": [
    "urine_cannot_start", "urine_leak", "urine_reduced_feeling", "bowel_leak", "bowel_reduced_feeling",
    "saddle_numbness", "saddle_tingling", "sexual_function_change", "leg_numbness", "leg_tingling",
    "odd_leg_feelings", "leg_weakness", "foot_drop", "unsteady_walking", "leg_pain", "chest_pain", "fainting",
    "abdominal_pain_tearing", "severe_headache"
  ],
  "whenToStop": [
    "Stop if the pain moves down your leg.",
    "Stop if a leg or foot feels numb, tingly or weak.",
    "Stop if you feel faint or your chest hurts, and call for help.",
    "Is it hard to pee? Do you leak pee or poo? Is it numb between your legs? If this is new, go to the emergency department now."
  ],
  "image": {
    "alt": "A person lies on the floor with bent knees and flat feet. First there is a small gap under the lower back. Then the tummy pulls in, the hips roll up and the gap is gone."
  },
  "evidence": [
    {
      "about": [
        "position",
        "steps",
        "repetitions",
        "holdSeconds"
      ],
      "source": "Founding article on relieving pressure in the sacrum",
      "certainty": "low"
    },
    {
      "about": [
        "sets",
        "restSeconds",
        "timesADay",
        "daysAWeek",
        "breathing",
        "commonErrors",
        "contraindications",
        "stopRules"
      ],
      "source": "Project's own judgement",
      "certainty": "low"
    }
  ],
  "review": {
    "author": "The Sacrum project",
    "status": "not_yet_reviewed_by_a_clinician"
  }
}
$document$);

insert into edition (kind, slug, version, language, title, published_at, published_by, document)
values ('exercise', 'lumbar-rotation', 1, 'en', 'Lower back rotation', '2026-11-22T00:00:00Z', 'migration', $document$
{
  "summary": "You let both knees sink to one side. This gently loosens the muscles beside your spine.",
  "position": "Lie on your back with both knees bent. Keep your shoulders flat on the floor.",
  "equipment": [
    "A mat or a firm, flat floor"
  ],
  "steps": [
    "Keep your knees together and let them sink slowly to the left.",
    "Stop when you feel a light stretch in your lower back and hip. Do not push.",
    "Stay there for 20 to 30 seconds. Keep both shoulders down.",
    "Bring your knees back up slowly and rest.",
    "Do the same to the right."
  ],
  "breathing": "Take slow, calm breaths. Each time you breathe out, let your knees get a bit heavier.",
  "commonErrors": [
    "Pushing your knees down with your hands.",
    "Letting a shoulder lift off the floor.",
    "Bouncing."
  ],
  "dosage": {
    "sets": {"min": 1, "max": 1},
    "repetitions": {"min": 1, "max": 1},
    "holdSeconds": {"min": 20, "max": 30},
    "sides": ["left", "right"],
    "restSeconds": {"min": 5, "max": 15},
    "timesADay": {"min": 1, "max": 2},
    "daysAWeek": {"min": 5, "max": 7}
  },
  "contraindications": [
    "urine_cannot_start", "urine_leak", "urine_reduced_feeling", "bowel_leak", "bowel_reduced_feeling",
    "saddle_numbness", "saddle_tingling", "sexual_function_change", "leg_numbness", "leg_tingling",
    "odd_leg_feelings", "leg_weakness", "foot_drop", "unsteady_walking", "fever", "major_trauma", "unable_to_walk",
    "chest_pain", "fainting", "recent_spinal_procedure", "disc_herniation_known", "spinal_stenosis_known",
    "osteoporosis", "prior_fragility_fracture", "pregnancy"
  ],
  "whoAsksFirst": [
    "Do not start if a leg feels numb or weak, or if you have a fever or have had a bad fall. Get help first.",
    "Ask your therapist first if you have a slipped disc, a narrow spine or weak bones.",
    "Ask first too if you have just had work done on your spine, or have a baby on the way."
  ],
  "stopRules": [
    "urine_cannot_start", "urine_leak", "urine_reduced_feeling", "bowel_leak", "bowel_reduced_feeling",
    "saddle_numbness", "saddle_tingling", "sexual_function_change", "leg_numbness", "leg_tingling",
    "odd_leg_feelings", "leg_weakness", "foot_drop", "unsteady_walking", "leg_pain", "chest_pain", "fainting",
    "abdominal_pain_tearing", "severe_headache"
  ],
  "whenToStop": [
    "Stop if the pain moves down your leg.",
    "Stop if a leg or foot feels numb, tingly or weak.",
    "Stop if you feel faint or your chest hurts, and call for help.",
    "Is it hard to pee? Do you leak pee or poo? Is it numb between your legs? If this is new, go to the emergency department now."
  ],
  "image": {
    "alt": "A person lies on the floor with bent knees. First the knees point up. Then both knees rest to one side, while both shoulders stay flat on the floor."
  },
  "evidence": [
    {
      "about": [
        "position",
        "steps",
        "holdSeconds",
        "sides",
        "breathing"
      ],
      "source": "Founding article on relieving pressure in the sacrum",
      "certainty": "low"
    },
    {
      "about": [
        "sets",
        "repetitions",
        "restSeconds",
        "timesADay",
        "daysAWeek",
        "commonErrors",
        "contraindications",
        "stopRules"
      ],
      "source": "Project's own judgement",
      "certainty": "low"
    }
  ],
  "review": {
    "author": "The Sacrum project",
    "status": "not_yet_reviewed_by_a_clinician"
  }
}
$document$);

insert into edition (kind, slug, version, language, title, published_at, published_by, document)
values ('exercise', 'piriformis-stretch', 1, 'en', 'Piriformis stretch', '2026-11-22T00:00:00Z', 'migration', $document$
{
  "summary": "You stretch a deep muscle in your bottom. It lies close to the sacrum and can make it feel tight.",
  "position": "Lie on your back. Put one ankle on the other knee, so that your legs make the shape of a 4.",
  "equipment": [
    "A mat or a firm, flat floor"
  ],
  "steps": [
    "Cross your left ankle over your right knee.",
    "Hold your right leg behind the knee. Pull it slowly to your chest.",
    "Stop when you feel a deep stretch on the left side of your bottom.",
    "Stay there for 30 seconds. Let your hip go soft.",
    "Put your foot down slowly and rest. Then swap legs and do the right side."
  ],
  "breathing": "Take slow breaths. Let your hip go a little softer each time you breathe out.",
  "commonErrors": [
    "Pulling in jerks.",
    "Lifting your head or shoulders.",
    "Holding your breath."
  ],
  "dosage": {
    "sets": {"min": 1, "max": 1},
    "repetitions": {"min": 1, "max": 1},
    "holdSeconds": {"min": 30, "max": 30},
    "sides": ["left", "right"],
    "restSeconds": {"min": 5, "max": 15},
    "timesADay": {"min": 1, "max": 2},
    "daysAWeek": {"min": 5, "max": 7}
  },
  "contraindications": [
    "urine_cannot_start", "urine_leak", "urine_reduced_feeling", "bowel_leak", "bowel_reduced_feeling",
    "saddle_numbness", "saddle_tingling", "sexual_function_change", "leg_numbness", "leg_tingling",
    "odd_leg_feelings", "leg_weakness", "foot_drop", "unsteady_walking", "fever", "major_trauma", "unable_to_walk",
    "chest_pain", "fainting", "recent_spinal_procedure", "prior_fragility_fracture", "pregnancy"
  ],
  "whoAsksFirst": [
    "Do not start if a leg feels numb or weak, or if you have a fever or have had a bad fall. Get help first.",
    "Ask your therapist first if you broke a weak bone, or have just had work done on your spine. Ask too if you have a baby on the way."
  ],
  "stopRules": [
    "urine_cannot_start", "urine_leak", "urine_reduced_feeling", "bowel_leak", "bowel_reduced_feeling",
    "saddle_numbness", "saddle_tingling", "sexual_function_change", "leg_numbness", "leg_tingling",
    "odd_leg_feelings", "leg_weakness", "foot_drop", "unsteady_walking", "leg_pain", "chest_pain", "fainting",
    "abdominal_pain_tearing", "severe_headache"
  ],
  "whenToStop": [
    "Stop if the pain moves down your leg.",
    "Stop if a leg or foot feels numb, tingly or weak.",
    "Stop if you feel faint or your chest hurts, and call for help.",
    "Is it hard to pee? Do you leak pee or poo? Is it numb between your legs? If this is new, go to the emergency department now."
  ],
  "image": {
    "alt": "A person lies on the floor with one ankle on the other knee. First one foot is on the floor. Then both hands pull that leg to the chest."
  },
  "evidence": [
    {
      "about": [
        "position",
        "steps",
        "holdSeconds",
        "sides"
      ],
      "source": "Founding article on relieving pressure in the sacrum",
      "certainty": "low"
    },
    {
      "about": [
        "sets",
        "repetitions",
        "restSeconds",
        "timesADay",
        "daysAWeek",
        "breathing",
        "commonErrors",
        "contraindications",
        "stopRules"
      ],
      "source": "Project's own judgement",
      "certainty": "low"
    }
  ],
  "review": {
    "author": "The Sacrum project",
    "status": "not_yet_reviewed_by_a_clinician"
  }
}
$document$);

insert into edition (kind, slug, version, language, title, published_at, published_by, document)
values ('article', 'easing-sacral-pressure', 1, 'en', 'Easing the pressure, and when to see someone', '2026-11-22T00:00:00Z', 'migration', $document$
{
  "summary": "What your sacrum is, and why a crack does not help for long. What is safe to do, and when you need help.",
  "sections": [
    {
      "heading": "What the sacrum is",
      "paragraphs": [
        "The sacrum is the big bone at the bottom of your back. It has three corners and sits between your hip bones. Two joints join it to the hips. They are called the SI joints. Strong bands hold them tight, so they move only a little. That keeps you steady when you stand and walk."
      ]
    },
    {
      "heading": "What the pop is",
      "paragraphs": [
        "There is a slippery liquid in a joint. When you pull the joint, tiny bubbles of gas form in it and collapse. That makes the pop. Your knuckles do the same. The name for it is cavitation.",
        "It may feel good, as the tight muscles near it let go for a while. But what made them tight is still there. Some muscles may be too weak, or you may sit badly. So the tight feeling soon comes back."
      ]
    },
    {
      "heading": "Why you should not force it",
      "paragraphs": [
        "If you crack your back hard again and again, the strong bands can stretch. The joint gets too loose. Then the muscles grip hard to guard it. You feel more pressure and want to crack it once more.",
        "Force can make a slipped disc worse. It can also harm you if the space for the nerves in your spine is too small. That is called spinal stenosis."
      ]
    },
    {
      "heading": "What you can do safely",
      "paragraphs": [
        "Move gently and stretch. This helps your blood flow and lets tight muscles rest. It does not pull on the strong bands.",
        "Three moves are a good start: the pelvic tilt, the lower back rotation and the piriformis stretch. Go as far as a light stretch. Never push into pain."
      ]
    },
    {
      "heading": "When to see someone",
      "paragraphs": [
        "Rest and stretch gently for a few days. If it still hurts on day 5, book a visit. Someone must find out why.",
        "Book a visit this week if the pain runs down your leg, or if your leg feels numb, tingly or weak. Something may be pressing on a nerve."
      ]
    },
    {
      "heading": "Whom to see",
      "paragraphs": [
        "A physical therapist looks at how you move and plans what you do at home.",
        "A chiropractor can move a joint by hand. This is not safe for all, so ask first. Do not go there with a numb or weak leg.",
        "An orthopaedic specialist is a doctor for bones and joints. Go there to find out what is wrong."
      ]
    },
    {
      "heading": "When to go at once",
      "paragraphs": [
        "Go to the emergency department now if you find it hard to pee, or if you leak pee or poo, and this is new. Go too if it feels numb between your legs. Do not wait for a booked visit, and do not exercise."
      ]
    }
  ],
  "evidence": [
    {
      "about": [
        "What the sacrum is",
        "What the pop is",
        "Why you should not force it",
        "What you can do safely",
        "When to see someone",
        "Whom to see"
      ],
      "source": "Founding article on relieving pressure in the sacrum",
      "certainty": "low"
    },
    {
      "about": [
        "When to go at once"
      ],
      "source": "Founding article on relieving pressure in the sacrum; GIRFT 2023; NICE NG127",
      "certainty": "moderate"
    },
    {
      "about": [
        "day 5 as the first day that is more than a few"
      ],
      "source": "Project's own judgement",
      "certainty": "low"
    }
  ],
  "review": {
    "author": "The Sacrum project",
    "status": "not_yet_reviewed_by_a_clinician"
  }
}
$document$);

insert into edition (kind, slug, version, language, title, published_at, published_by, document)
values ('article', 'emergency-texts', 1, 'en', 'When to get help at once', '2026-11-22T00:00:00Z', 'migration', $document$
{
  "summary": "What to do at once when a sign can not wait.",
  "sections": [
    {
      "heading": "Signs that can not wait",
      "paragraphs": [
        "Some signs mean that nerves low in your back are in danger. Hours count then. Do not wait to see if it goes away.",
        "You may have had a sign for a long time. If a doctor has checked it and it is the same as ever, it is not new. If it gets worse, it is."
      ]
    }
  ],
  "emergencyTexts": {
    "urine_cannot_start": "You find it hard to start to pee. If this is new or worse, go to the emergency department now. Do not wait for a booked visit, and do not exercise.",
    "urine_leak": "You leak pee. If this is new or worse, go to the emergency department now. Do not wait for a booked visit, and do not exercise.",
    "urine_reduced_feeling": "You do not feel it well when you pee or need to. If this is new or worse, go to the emergency department now. Do not wait for a booked visit, and do not exercise.",
    "bowel_leak": "You leak poo. If this is new or worse, go to the emergency department now. Do not wait for a booked visit, and do not exercise.",
    "bowel_reduced_feeling": "You do not feel it well when you poo or need to. If this is new or worse, go to the emergency department now. Do not wait for a booked visit, and do not exercise.",
    "saddle_numbness": "It feels numb between your legs or around your bottom. If this is new or worse, go to the emergency department now. Do not wait for a booked visit, and do not exercise.",
    "saddle_tingling": "It tingles between your legs or around your bottom. If this is new or worse, go to the emergency department now. Do not wait for a booked visit, and do not exercise.",
    "sexual_function_change": "Sex or the feeling there has changed. If this is new, speak to a doctor today. If you also have trouble when you pee or poo, or a leg feels numb or weak, go to the emergency department now. Do not exercise.",
    "foot_drop": "You can not lift the front of your foot. If this is new or worse, go to the emergency department now. Do not wait for a booked visit, and do not exercise.",
    "leg_weakness": "Your leg is weak. Stop your exercises and speak to a doctor today. If both legs are weak, or it gets worse, go to the emergency department now.",
    "unsteady_walking": "You are not steady when you walk. Stop your exercises and speak to a doctor today. If a leg is weak too, go to the emergency department now.",
    "major_trauma": "You have had a bad fall or crash. Keep still. Call an ambulance now, or go to the emergency department.",
    "unable_to_walk": "You can not walk. Speak to a doctor today. Stop your exercises until then. If you had a bad fall, or if your legs are weak, call an ambulance now.",
    "chest_pain": "Your chest hurts. Call an ambulance now. Stop your exercises.",
    "fainting": "You have passed out. Call an ambulance now. Stop your exercises.",
    "abdominal_pain_tearing": "You have a strong, tearing pain in your tummy. Call an ambulance now. Stop your exercises.",
    "face_droop": "One side of your face hangs down. Call an ambulance now. Stop your exercises.",
    "arm_weakness": "Your arm is weak. If this is new, call an ambulance now. Stop your exercises.",
    "calf_swelling_warm": "Your calf is swollen and warm. Do not rub it. Speak to a doctor today. Stop your exercises until then.",
    "severe_headache": "Your head hurts very badly. Speak to a doctor today. Stop your exercises until then. If it came on all at once, call an ambulance now.",
    "fever": "You have a fever. With back pain it must be checked. Speak to a doctor today. Stop your exercises until then. If you feel very ill, or a leg is numb or weak, go to the emergency department now.",
    "chills": "You shiver and feel cold. With back pain it must be checked. Speak to a doctor today. Stop your exercises until then. If you feel very ill, or a leg is numb or weak, go to the emergency department now."
  },
  "evidence": [
    {
      "about": [
        "cauda equina"
      ],
      "source": "Founding article on relieving pressure in the sacrum; GIRFT 2023; NICE NG127",
      "certainty": "moderate"
    },
    {
      "about": [
        "major_trauma"
      ],
      "source": "Downie 2013",
      "certainty": "moderate"
    },
    {
      "about": [
        "fever",
        "chills"
      ],
      "source": "IFOMPT red flag framework; Yusuf 2019",
      "certainty": "moderate"
    },
    {
      "about": [
        "chest_pain",
        "fainting",
        "abdominal_pain_tearing",
        "face_droop",
        "arm_weakness",
        "calf_swelling_warm",
        "severe_headache"
      ],
      "source": "NHS lists",
      "certainty": "moderate"
    },
    {
      "about": [
        "the wording"
      ],
      "source": "Project's own judgement",
      "certainty": "low"
    }
  ],
  "review": {
    "author": "The Sacrum project",
    "status": "not_yet_reviewed_by_a_clinician"
  }
}
$document$);

insert into edition (kind, slug, version, language, title, published_at, published_by, document)
values ('programme', 'gentle-sacral-start', 1, 'en', 'A gentle start', '2026-11-22T00:00:00Z', 'migration', $document$
{
  "summary": "Three slow moves that you can do at home. They take about ten minutes.",
  "exercises": [
    {"slug": "pelvic-tilt", "version": 1},
    {"slug": "lumbar-rotation", "version": 1},
    {"slug": "piriformis-stretch", "version": 1}
  ],
  "schedule": {
    "timesADay": {"min": 1, "max": 2},
    "daysAWeek": {"min": 5, "max": 7},
    "weeks": {"min": 2, "max": 6}
  },
  "advice": [
    "Warm up first. Walk around the room for two minutes.",
    "A light stretch is good. A sharp pain is not. If the pain goes over 5 out of 10, do less.",
    "Rest on a day when you need it, and tell us that you did.",
    "If it still hurts on day 5, book a visit. Do not just go on.",
    "Do not crack your back by yourself."
  ],
  "evidence": [
    {
      "about": [
        "exercises"
      ],
      "source": "Founding article on relieving pressure in the sacrum",
      "certainty": "low"
    },
    {
      "about": [
        "the order",
        "schedule",
        "advice"
      ],
      "source": "Project's own judgement",
      "certainty": "low"
    }
  ],
  "review": {
    "author": "The Sacrum project",
    "status": "not_yet_reviewed_by_a_clinician"
  }
}
$document$);
